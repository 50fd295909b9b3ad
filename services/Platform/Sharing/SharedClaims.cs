using System.Security.Claims;

namespace Concord.Platform.Sharing;

/// <summary>What is shared with a caller, beside the token and never in it: what a token says of shares, whoever signed it, counts for nothing.</summary>
internal static class SharedClaims
{
    private const string Source = "concord-shares";
    private const string Claim = "shared";
    private const string AgreedClaim = "agreed";

    public static ClaimsIdentity Of(IEnumerable<string> records, IEnumerable<string> agreed) => new([.. records.Select(r => new Claim(Claim, r)), .. agreed.Select(a => new Claim(AgreedClaim, a))], Source);

    public static IEnumerable<string> In(ClaimsPrincipal principal) => In(principal, Claim);

    public static IEnumerable<string> AgreedIn(ClaimsPrincipal principal) => In(principal, AgreedClaim);

    private static IEnumerable<string> In(ClaimsPrincipal principal, string claim) =>
        principal.Identities.Where(i => i.AuthenticationType == Source).SelectMany(i => i.FindAll(claim)).Select(c => c.Value);
}
