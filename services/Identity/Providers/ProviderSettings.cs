using System.Text.RegularExpressions;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;

namespace Concord.Identity.Providers;

/// <summary>What is set of an identity provider; all of it, and refused at the start where something is missing, wrong or misspelt.</summary>
internal static partial class ProviderSettings
{
    private const string Parent = "Identity:Providers";
    private const string Gap = "provider";
    private static readonly SettingForm s_words = new("words with spaces between them", v => !v.Any(char.IsControl));
    private static readonly SettingForm s_address = new("an https address without query (http only on this machine)", v => Uri.TryCreate(v, UriKind.Absolute, out var a) && IsSafe(a) && a.Query.Length + a.Fragment.Length + a.UserInfo.Length == 0);
    private static readonly SettingForm s_organizations = new("resource names such as organizations/{uuid}, with a comma between them", v => SettingForm.Parts(v) is { Count: > 0 } all && all.All(o => ResourceName.IsIn("organizations", o)));

    public static readonly Setting Authority = new(
        $"{Parent}:{{provider}}:Authority", "Issuer of an identity provider that people of an organization sign in with, exactly as its discovery document names it. {provider} is a name of small letters and digits; without any, everybody signs in with an account of the platform's own.", Form: s_address);

    public static readonly Setting ClientId = new($"{Parent}:{{provider}}:ClientId", "Name of this platform at the provider; needed with it.");
    public static readonly Setting ClientSecret = new($"{Parent}:{{provider}}:ClientSecret", "Secret to that name; needed with it.", Secret: true);
    public static readonly Setting DisplayName = new($"{Parent}:{{provider}}:DisplayName", "What people call the provider, as buttons show it in every language; needed with it.", Form: new("1 to 60 characters", v => v.Length <= 60 && !v.Any(char.IsControl)));
    public static readonly Setting Organizations = new($"{Parent}:{{provider}}:Organizations", "Organizations whose people it may speak for: resource names with a comma between them; needed with it.", Form: s_organizations);
    public static readonly Setting Scopes = new($"{Parent}:{{provider}}:Scopes", "What is asked for at the provider, with spaces between.", "openid email", new("words with spaces between them, openid among them", v => Words(v).Contains("openid")));
    public static readonly Setting SubjectClaim = new($"{Parent}:{{provider}}:SubjectClaim", "Claim of the identity token that says who a person is: one that the provider never gives to somebody else.", "sub");
    public static readonly Setting EmailClaim = new($"{Parent}:{{provider}}:EmailClaim", "Claim that is shown beside a link, so that people can tell it; nothing is decided by it.", "email");
    public static readonly Setting NameClaim = new($"{Parent}:{{provider}}:NameClaim", "Claim that is shown where there is no e-mail.", "name");
    public static readonly Setting SecondFactorAcr = new($"{Parent}:{{provider}}:SecondFactorAcr", "Values of acr, with spaces between, that say that a second factor was shown at the provider. Without them and those of amr none counts that was shown there.", Form: s_words);
    public static readonly Setting SecondFactorAmr = new($"{Parent}:{{provider}}:SecondFactorAmr", "Values of amr, with spaces between, one of which says the same.", Form: s_words);
    public static readonly Setting PasswordsOff = new($"{Parent}:{{provider}}:PasswordsOff", "Whether people who are linked to the provider come in by it only: true or false.", "false", SettingForm.OneOf("true", "false"));

    private static readonly Setting[] s_all = [Authority, ClientId, ClientSecret, DisplayName, Organizations, Scopes, SubjectClaim, EmailClaim, NameClaim, SecondFactorAcr, SecondFactorAmr, PasswordsOff];
    private static readonly string[] s_known = [.. s_all.Select(s => s.Key.Split(':')[^1]), $"{ClientSecret.Key.Split(':')[^1]}File"];

    /// <summary>What may be asked at: https, or this machine.</summary>
    public static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <exception cref="SettingException">The first that is wrong.</exception>
    public static IReadOnlyList<Provider> All(IConfiguration configuration)
    {
        var all = Setting.NamesBelow(Parent, configuration).Order(StringComparer.Ordinal).Select(name => Read(name, configuration)).ToList();
        return all.GroupBy(p => p.Issuer.OriginalString, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new SettingException($"{Authority.With(Gap, twice.Last().Name).Key} is that of {twice.First().Name} too: an issuer is one provider.")
            : all;
    }

    private static Provider Read(string name, IConfiguration configuration)
    {
        if (!Name().IsMatch(name))
        {
            throw new SettingException($"{Parent}:{name}: the name of a provider is 1 to 30 small letters and digits, a letter first.");
        }

        if (Setting.NamesBelow($"{Parent}:{name}", configuration).FirstOrDefault(k => !s_known.Contains(k, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new SettingException($"{Parent}:{name}:{unknown} is no setting; there are {string.Join(", ", s_known)}.");
        }

        string Needed(Setting setting) => setting.With(Gap, name).RequiredIn(configuration);
        IReadOnlySet<string> Set(Setting setting) => Words(setting.With(Gap, name).In(configuration) ?? "").ToHashSet(StringComparer.Ordinal);
        return new(
            name, new Uri(Needed(Authority)), Needed(ClientId), Needed(ClientSecret), Needed(DisplayName), SettingForm.Parts(Needed(Organizations)).ToHashSet(StringComparer.Ordinal), Words(Needed(Scopes)),
            new(Needed(SubjectClaim), Needed(EmailClaim), Needed(NameClaim)), Set(SecondFactorAcr), Set(SecondFactorAmr), bool.Parse(Needed(PasswordsOff)));
    }

    private static string[] Words(string value) => value.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("^[a-z][a-z0-9]{0,29}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
