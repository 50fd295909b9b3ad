using System.Security.Claims;

namespace Concord.Platform.Sharing;

/// <summary>What is shared with a caller, beside the token and never in it: what a token says of shares, whoever signed it, counts for nothing.</summary>
internal static class SharedClaims
{
    private const string Source = "concord-shares";
    private const string Claim = "shared";

    public static ClaimsIdentity Of(IEnumerable<string> records) => new(records.Select(r => new Claim(Claim, r)), Source);

    public static IEnumerable<string> In(ClaimsPrincipal principal) =>
        principal.Identities.Where(i => i.AuthenticationType == Source).SelectMany(i => i.FindAll(Claim)).Select(c => c.Value);
}
