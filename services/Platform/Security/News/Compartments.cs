using System.Security.Claims;

namespace Concord.Platform.Security.News;

/// <summary>The compartments of a caller, beside the token and never in it: what a token says of them, whoever signed it, counts for nothing.</summary>
internal static class Compartments
{
    private const string Source = "concord-access-news";
    private const string Claim = "compartment";

    public static ClaimsIdentity Of(IReadOnlyList<string> processes) => new(processes.Select(p => new Claim(Claim, p)), Source);

    public static IEnumerable<string> In(ClaimsPrincipal principal) =>
        principal.Identities.Where(i => i.AuthenticationType == Source).SelectMany(i => i.FindAll(Claim)).Select(c => c.Value);
}
