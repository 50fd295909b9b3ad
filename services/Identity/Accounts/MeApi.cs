using Concord.Contracts.Access;
using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
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
/// <param name="Clearance">Highest classification the caller may see.</param>
internal sealed record MeAnswer(
    string Name, string DisplayName, string? Email, string? Organization, string? OrganizationDisplayName, IReadOnlyList<string> Roles, Classification Clearance);

/// <summary>The caller, as the platform sees them.</summary>
internal static class MeApi
{
    public static void MapMe(this RouteGroupBuilder api) =>
        api.MapGet("/me", GetAsync).Needs(IdentityPermissions.ReadMe).WithTags("Me").WithName("GetMe").WithSummary("See who you are signed in as");

    private static async Task<Ok<MeAnswer>> GetAsync(Caller caller, IdentityDb db, CancellationToken cancellationToken)
    {
        var email = ResourceName.TryParse<AccountId>(caller.Subject, out var account)
            ? await db.Accounts.Where(a => a.Id == account).Select(a => a.Email).SingleOrDefaultAsync(cancellationToken)
            : null;
        var organization = ResourceName.TryParse<KnownOrganizationId>(caller.Organization, out var id)
            ? await db.KnownOrganizations.Where(o => o.Id == id).Select(o => o.DisplayName).SingleOrDefaultAsync(cancellationToken)
            : null;
        return TypedResults.Ok(new MeAnswer(
            caller.Subject, caller.DisplayName, email, caller.Organization, organization, [.. caller.Roles.Order(StringComparer.Ordinal)], caller.Clearance));
    }
}
