using Concord.Contracts.Access;
using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Concord.Identity.Providers;
using Concord.Identity.Sessions;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>Who the caller is, by the access token that was sent.</summary>
/// <param name="Name"><c>accounts/{uuid}</c> of a person, <c>clients/{id}</c> of a machine.</param>
/// <param name="DisplayName">As shown to others.</param>
/// <param name="Email">Sign-in name; absent for a machine.</param>
/// <param name="Organization">Resource name of the organization acted for.</param>
/// <param name="OrganizationDisplayName">Its name, where known here.</param>
/// <param name="Roles">Roles held in that organization.</param>
/// <param name="Clearance">Highest classification the caller may see now, with this token.</param>
/// <param name="StepUp">What more a second factor would open; absent for a machine.</param>
internal sealed record MeAnswer(
    string Name, string DisplayName, string? Email, string? Organization, string? OrganizationDisplayName, IReadOnlyList<string> Roles, Classification Clearance, StepUpAnswer? StepUp);

/// <summary>Clearance above Confidential is good for a quarter of an hour after a second factor was shown.</summary>
/// <param name="Clearance">Highest classification the account may see.</param>
/// <param name="UntilTime">When the higher clearance of this session ends, UTC; absent where it has none.</param>
/// <param name="FactorSetUp">Whether the account has a second factor.</param>
internal sealed record StepUpAnswer(Classification Clearance, DateTime? UntilTime, bool FactorSetUp);

/// <summary>The caller, as the platform sees them.</summary>
internal static class MeApi
{
    public static void MapMe(this RouteGroupBuilder api) =>
        api.MapGet("/me", GetAsync).Needs(IdentityPermissions.ReadMe).WithTags("Me").WithName("GetMe").WithSummary("See who you are signed in as");

    private static async Task<Ok<MeAnswer>> GetAsync(Caller caller, IdentityDb db, LinksOfAccount links, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        var account = ResourceName.TryParse<AccountId>(caller.Subject, out var holder)
            ? await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == holder, cancellationToken)
            : null;
        var organization = ResourceName.TryParse<KnownOrganizationId>(caller.Organization, out var id)
            ? await db.KnownOrganizations.Where(o => o.Id == id).Select(o => o.DisplayName).SingleOrDefaultAsync(cancellationToken)
            : null;
        return TypedResults.Ok(new MeAnswer(
            caller.Subject, caller.DisplayName, account?.Email, caller.Organization, organization, [.. caller.Roles.Order(StringComparer.Ordinal)], caller.Clearance,
            account is null ? null : new StepUpAnswer(account.Clearance, await EndAsync(http, db, time.Now(), cancellationToken), await HasFactorAsync(db, links, account, cancellationToken))));
    }

    private static async Task<DateTime?> EndAsync(HttpContext http, IdentityDb db, DateTime now, CancellationToken cancellationToken)
    {
        SessionId? id = Guid.TryParse(http.User.FindFirst(ConcordClaims.Session)?.Value, out var number) ? new SessionId(number) : null;
        var session = id is null ? null : await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
        return session is null ? null : StepUp.EndOf(session, now);
    }

    private static async Task<bool> HasFactorAsync(IdentityDb db, LinksOfAccount links, Account account, CancellationToken cancellationToken) =>
        await db.Authenticators.AnyAsync(a => a.Account == account.Id, cancellationToken) || await db.Passkeys.AnyAsync(p => p.Account == account.Id, cancellationToken)
        || (await links.SecondFactorsAsync(account, cancellationToken)).Count > 0;
}
