using Concord.Contracts.Access;
using Concord.Identity.Delegations;
using Concord.Identity.Grants;
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
/// <param name="Roles">Roles held in that organization that count now, with this token.</param>
/// <param name="Clearance">Highest classification the caller may see now, with this token.</param>
/// <param name="StepUp">What more a second factor would open; absent for a machine.</param>
/// <param name="Grants">What was granted to the account for a while and counts now; absent for a machine.</param>
/// <param name="ActsFor">Whom the caller acts for with this token, in that person's roles; absent where for nobody.</param>
internal sealed record MeAnswer(
    string Name, string DisplayName, string? Email, string? Organization, string? OrganizationDisplayName, IReadOnlyList<string> Roles, Classification Clearance, StepUpAnswer? StepUp,
    IReadOnlyList<GrantAnswer>? Grants, ActsForAnswer? ActsFor);

/// <summary>Clearance above Confidential is good for a quarter of an hour after a second factor was shown, the roles administrator and auditor for the rest of the session.</summary>
/// <param name="Clearance">Highest classification the account may see, for good or for a while.</param>
/// <param name="UntilTime">When the higher clearance of this session ends, UTC; absent where it has none.</param>
/// <param name="FactorSetUp">Whether the account has a second factor.</param>
/// <param name="Roles">Roles that the account holds.</param>
internal sealed record StepUpAnswer(Classification Clearance, DateTime? UntilTime, bool FactorSetUp, IReadOnlyList<string> Roles);

/// <summary>The caller, as the platform sees them.</summary>
internal static class MeApi
{
    public static void MapMe(this RouteGroupBuilder api) =>
        api.MapGet("/me", GetAsync).Needs(IdentityPermissions.ReadMe).WithTags("Me").WithName("GetMe").WithSummary("See who you are signed in as");

    private static async Task<Ok<MeAnswer>> GetAsync(Caller caller, IdentityDb db, LinksOfAccount links, HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var account = ResourceName.TryParse<AccountId>(caller.Subject, out var holder) ? await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == holder, cancellationToken) : null;
        var grants = account is null ? null : await db.GrantsOf(holder, now).OrderBy(g => g.UntilTime).AsNoTracking().ToListAsync(cancellationToken);
        var rights = account is null ? null : AccountRights.Of(account, grants!);
        var organization = ResourceName.TryParse<KnownOrganizationId>(caller.Organization, out var id)
            ? await db.KnownOrganizations.Where(o => o.Id == id).Select(o => o.DisplayName).SingleOrDefaultAsync(cancellationToken)
            : null;
        var session = await SessionAsync(http, db, cancellationToken);
        var acting = account is null || session is null || caller.ActsFor is null ? null : await db.ActingAsync(holder, session, now, cancellationToken);
        return TypedResults.Ok(new MeAnswer(
            caller.Subject, caller.DisplayName, account?.Email, caller.Organization, organization, [.. caller.Roles.Order(StringComparer.Ordinal)], caller.Clearance,
            account is null ? null : new StepUpAnswer(Highest(rights!.Clearance, acting?.Person), session is null ? null : StepUp.EndOf(session, now), await HasFactorAsync(db, links, account, cancellationToken), acting is null ? rights!.Roles : [.. caller.Roles.Order(StringComparer.Ordinal)]),
            grants?.ConvertAll(g => GrantApi.ToAnswer(g, now)),
            acting is var (delegation, person) ? new ActsForAnswer(person.Id.ToString(), person.DisplayName, DelegationAnswers.NameOf(delegation), delegation.UntilTime) : null));
    }

    // While acting for somebody a second factor opens no more than both may see.
    private static Classification Highest(Classification own, Account? absent) => absent?.Clearance < own ? absent.Clearance : own;

    private static async Task<PersonSession?> SessionAsync(HttpContext http, IdentityDb db, CancellationToken cancellationToken)
    {
        var id = http.User.FindSession();
        return id is null ? null : await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
    }

    private static async Task<bool> HasFactorAsync(IdentityDb db, LinksOfAccount links, Account account, CancellationToken cancellationToken) =>
        await db.Authenticators.AnyAsync(a => a.Account == account.Id, cancellationToken) || await db.Passkeys.AnyAsync(p => p.Account == account.Id, cancellationToken)
        || (await links.SecondFactorsAsync(account, cancellationToken)).Count > 0;
}
