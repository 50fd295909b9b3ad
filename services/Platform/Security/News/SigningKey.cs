using System.Security.Claims;

namespace Concord.Platform.Security.News;

/// <summary>The key that a token was checked with, beside the token and never in it: its header and its claims are what its maker wrote.</summary>
internal static class SigningKey
{
    private const string Source = "concord-signing-key";
    private const string Claim = "kid";

    public static ClaimsIdentity As(string key) => new([new Claim(Claim, key)], Source);

    /// <returns>Null where no token was checked.</returns>
    public static string? Of(ClaimsPrincipal principal) => principal.Identities.FirstOrDefault(i => i.AuthenticationType == Source)?.FindFirst(Claim)?.Value;
}
