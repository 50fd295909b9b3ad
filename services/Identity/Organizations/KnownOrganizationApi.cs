using Concord.Identity.Persistence;
using Concord.Platform.Paging;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Identity.Organizations;

/// <summary>An organization that may hold accounts.</summary>
/// <param name="Name">Resource name in the partners service.</param>
/// <param name="DisplayName">As last heard.</param>
/// <param name="Acronym">As the organization writes it.</param>
/// <param name="FactVersion">Version of the organization that this copy shows; 0 where it shipped with the product.</param>
/// <param name="TimesApplied">How many facts changed this copy.</param>
/// <param name="LeaveTime">Since when it has left and holds no accounts any more, UTC; absent where it takes part.</param>
/// <param name="KeptAccount">The one account that stayed open all the same, because nobody else keeps the platform; open another administrator's, then close this one.</param>
internal sealed record KnownOrganizationAnswer(string Name, string DisplayName, string Acronym, long FactVersion, int TimesApplied, DateTime? LeaveTime, string? KeptAccount);

/// <summary>Which organizations may hold accounts, and how current that knowledge is.</summary>
internal static class KnownOrganizationApi
{
    public static void MapKnownOrganizations(this RouteGroupBuilder api) =>
        api.MapGet("/accounts/organizations", ListAsync).Needs(IdentityPermissions.ReadAccounts)
            .WithTags("Accounts").WithName("ListAccountOrganizations").WithSummary("List organizations that may hold accounts");

    private static async Task<Ok<Page<KnownOrganizationAnswer>>> ListAsync(IdentityDb db, [AsParameters] PageRequest page, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.KnownOrganizations.PageAsync<KnownOrganization, KnownOrganizationId, KnownOrganizationAnswer>(page, "knownOrganizations", ToAnswer, cancellationToken));

    private static KnownOrganizationAnswer ToAnswer(KnownOrganization o) => new(o.Id.ToString(), o.DisplayName, o.Acronym, o.FactVersion, o.TimesApplied, o.LeaveTime, o.KeptAccount);
}
