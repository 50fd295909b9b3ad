using Concord.Contracts.Reference;
using Concord.Partners.Persistence;
using Concord.Platform.Hosting;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Partners.Organizations;

/// <summary>Registers the organizations that the product ships with (R66), under the same ids in every installation.</summary>
internal sealed class ShippedOrganizations(PartnersDb db, TimeProvider time) : IStoreSeed
{
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var known = await db.Organizations.Where(o => o.ReferenceCode != null).Select(o => o.ReferenceCode).ToHashSetAsync(cancellationToken);
        foreach (var shipped in ReferenceData.Organizations.Where(o => !known.Contains(o.Code)))
        {
            var (organization, registered) = Organization.Register(
                OrganizationId.From(WellKnown.Id("organization", shipped.Code)),
                shipped.Name.English,
                shipped.Acronym,
                Enum.Parse<OrganizationKind>(shipped.Kind.ToString()),
                shipped.Parent is { } parent ? WellKnown.Organization(parent) : null,
                shipped.Code,
                time.Now());
            db.Add(organization);
            db.Raise(registered, time.Now());
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
