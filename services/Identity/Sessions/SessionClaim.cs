using System.Security.Claims;
using Concord.Contracts.Access;

namespace Concord.Identity.Sessions;

internal static class SessionClaim
{
    /// <summary>The session that a cookie, a code or a token comes from; null where it comes from none, as a machine's does.</summary>
    public static SessionId? FindSession(this ClaimsPrincipal held) => Guid.TryParse(held.FindFirstValue(ConcordClaims.Session), out var number) ? new SessionId(number) : null;
}
