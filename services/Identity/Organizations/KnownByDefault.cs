using Concord.Contracts.Reference;
using Concord.Identity.Persistence;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Organizations;

/// <summary>The first administrator's organization is known before any fact can arrive.</summary>
internal sealed class KnownByDefault(IdentityDb db, TimeProvider time) : IStoreSeed
{
    public Task SeedAsync(CancellationToken cancellationToken) =>
        EnsureAsync(db, time.Now(), [("UN", "United Nations")], cancellationToken);

    /// <summary>Makes shipped organizations known; what a fact has told stays as it is.</summary>
    public static async Task EnsureAsync(IdentityDb db, DateTime now, IEnumerable<(string Code, string DisplayName)> organizations, CancellationToken cancellationToken)
    {
        foreach (var (code, displayName) in organizations)
        {
            var id = new KnownOrganizationId(WellKnown.Id("organization", code));
            if (!await db.KnownOrganizations.AnyAsync(o => o.Id == id, cancellationToken))
            {
                db.Add(new KnownOrganization { Id = id, DisplayName = displayName, Acronym = code, CreateTime = now });
            }
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
