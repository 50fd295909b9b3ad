using Concord.Contracts.Reference;
using Concord.Partners.Organizations;
using Concord.Partners.Persistence;
using Concord.Platform.Hosting;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Partners.Demonstration;

/// <summary>An invented organization outside the system, marked as such: what is shared with a partner is shared with it.</summary>
internal sealed class DemonstrationOrganizations(PartnersDb db, TimeProvider time) : IDemonstration
{
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (id, now) = (new OrganizationId(WellKnown.Id("organization", "fictional-lake-forum")), time.Now());
        if (await db.Organizations.AnyAsync(o => o.Id == id, cancellationToken))
        {
            return;
        }

        var (organization, registered) = Organization.Register(id, "Lake Forum (fictional)", "LF", OrganizationKind.InternationalNgo, parent: null, referenceCode: null, now);
        db.Add(organization);
        db.Raise(registered, now);
        await db.SaveChangesAsync(cancellationToken);
    }
}
