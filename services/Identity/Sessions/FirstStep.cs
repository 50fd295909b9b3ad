using Concord.Identity.Factors;
using Concord.Identity.Providers;

namespace Concord.Identity.Sessions;

/// <summary>How a sign-in began, before any second factor.</summary>
/// <param name="ByPassword">Whether the password was given.</param>
/// <param name="NewPassword">Hash of the password that replaces it, as soon as the person is signed in.</param>
/// <param name="Link">The link by which a provider vouched for the person.</param>
/// <param name="LinkTime">When the person showed the provider who they are, UTC; null where it does not say.</param>
internal sealed record FirstStep(bool ByPassword, string? NewPassword = null, LinkId? Link = null, DateTime? LinkTime = null)
{
    public static FirstStep Password(string? newPassword = null) => new(true, newPassword);

    /// <summary>A passkey, which is both steps in one.</summary>
    public static FirstStep None { get; } = new(false);

    public static FirstStep Provider(LinkId link, DateTime? time) => new(false, null, link, time);
}

/// <summary>A second factor that was shown, and when, UTC.</summary>
internal sealed record SecondShown(FactorKind Factor, DateTime Time);
