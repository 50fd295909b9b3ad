using System.Security.Cryptography;
using System.Text;

namespace Concord.Identity.Providers;

/// <summary>Which claims of an identity token say what.</summary>
/// <param name="Subject">Who it is: never given to anybody else by that provider.</param>
/// <param name="Email">Shown beside a link, never decided by.</param>
/// <param name="Name">The same, where there is no e-mail.</param>
internal sealed record ClaimNames(string Subject, string Email, string Name);

/// <summary>An organization's own OpenID Connect provider: its people sign in with the accounts that they have at home.</summary>
/// <param name="Name">As the settings name it.</param>
/// <param name="Issuer">Exactly as its tokens and its discovery document say.</param>
/// <param name="ClientId">Of the platform, there.</param>
/// <param name="ClientSecret">To that.</param>
/// <param name="DisplayName">Shown on buttons.</param>
/// <param name="Organizations">Whose people it may speak for, by resource name.</param>
/// <param name="Scopes">What is asked for.</param>
/// <param name="Claims">How its tokens are read.</param>
/// <param name="SecondFactorAcr">Values of <c>acr</c> that say a second factor was shown there.</param>
/// <param name="SecondFactorAmr">Values of <c>amr</c> that say so.</param>
/// <param name="PasswordsOff">Whether people with a link to it come in by it only.</param>
internal sealed record Provider(
    string Name, Uri Issuer, string ClientId, string ClientSecret, string DisplayName, IReadOnlySet<string> Organizations, IReadOnlyList<string> Scopes, ClaimNames Claims,
    IReadOnlySet<string> SecondFactorAcr, IReadOnlySet<string> SecondFactorAmr, bool PasswordsOff)
{
    /// <summary>Of the authentication handler.</summary>
    public string Scheme => $"provider-{Name}";

    /// <summary>Where it sends the browser back to: one for each provider, so that an answer of one is none of another.</summary>
    public string AnswerPath => $"/account/provider/{Name}/answer";

    /// <summary>Whether a second factor that was shown there can be one here.</summary>
    public bool VouchesForSecondFactor => SecondFactorAcr.Count + SecondFactorAmr.Count > 0;

    public bool SpeaksFor(string organization) => Organizations.Contains(organization);

    /// <summary>What a link is found by. A hash, because databases differ in whether <c>a</c> is <c>A</c>, and a subject is exact; it also is nobody's to read.</summary>
    public string KeyOf(string subject) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Issuer.OriginalString}\n{subject}")));
}
