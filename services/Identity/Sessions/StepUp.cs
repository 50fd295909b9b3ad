using Concord.Contracts.Access;
using Concord.Identity.Factors;
using Concord.Identity.Grants;
using Concord.Identity.Tokens;
using Concord.Platform.Security;

namespace Concord.Identity.Sessions;

/// <summary>
/// What a second factor is asked for, and for how long it counts. The clearance in a token is what the session is good for now: above
/// <see cref="HighestWithout"/> only within <see cref="Window"/> after one was shown, and no token with it outlives that. The roles that keep the platform count in a session in which one was shown.
/// </summary>
internal static class StepUp
{
    /// <summary>How a client asks for it in <c>acr_values</c>, and what a token then says (RFC 9470).</summary>
    public const string Acr = "urn:concord:step-up";

    /// <summary>What a token says of a sign-in after which no second factor was shown, or one too long ago.</summary>
    public const string AcrWithout = "urn:concord:sign-in";

    public const Classification HighestWithout = Classification.Confidential;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Until when the higher clearance is good, UTC; null where it is not. Earlier than the window by what services allow a clock to be off.</summary>
    public static DateTime? EndOf(PersonSession session, DateTime now) =>
        session.StepUpTime + Window - AccessSetup.ClockSkew is { } end && end - now >= Shortest ? end : null;

    /// <summary>Whether some of what a person may do counts only with a second factor.</summary>
    public static bool IsNeededBy(AccountRights rights) => rights.Clearance > HighestWithout || rights.Roles.Intersect(Roles.OfKeepers).Any();

    /// <summary>The roles that a token of the session names.</summary>
    public static IReadOnlyList<string> RolesOf(AccountRights rights, PersonSession session) => session.StepUpTime is null ? [.. rights.Roles.Except(Roles.OfKeepers)] : rights.Roles;

    /// <summary>What a token given now says, and how long it lives.</summary>
    /// <param name="clearance">Of the account, for good or for a while.</param>
    /// <param name="session">Where it is asked for.</param>
    /// <param name="now">Now, UTC.</param>
    public static (Classification Clearance, TimeSpan Lifetime) For(Classification clearance, PersonSession session, DateTime now)
    {
        if (clearance <= HighestWithout)
        {
            return (clearance, TokenServer.AccessLifetime);
        }

        return EndOf(session, now) is { } end
            ? (clearance, end - now < TokenServer.AccessLifetime ? end - now : TokenServer.AccessLifetime)
            : (HighestWithout, TokenServer.AccessLifetime);
    }

    /// <summary>How the person has shown who they are, in the words of RFC 8176.</summary>
    public static IReadOnlyList<string> MethodsOf(PersonSession session) =>
    [
        .. session.ByPassword ? (string[])["pwd"] : [],
        .. session.StepUpBy switch { null => (string[])[], FactorKind.Passkey => ["pop", "mfa"], FactorKind.Provider => ["mfa"], _ => ["otp", "mfa"] },
    ];
}
