using Concord.Identity.Persistence;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Organizations;

internal static class KnownOrganizationQueries
{
    /// <summary>Whether this service has heard that the organization left; nobody acts for it then.</summary>
    public static async Task<bool> HasLeftAsync(this IdentityDb db, string? organization, CancellationToken cancellationToken) =>
        ResourceName.TryParse<KnownOrganizationId>(organization, out var id) && await db.KnownOrganizations.AnyAsync(o => o.Id == id && o.LeaveTime != null, cancellationToken);
}
