using Concord.Contracts.Events;
using Concord.Designation.Claims;
using Concord.Designation.Persistence;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Reactions;

/// <summary>
/// Withdraws the open claims of an organization that has left. What it leads and supports is under review while that lasts, read where it is shown, so that what begins at the same moment cannot
/// slip through; whether it goes on is for the appointing authority to decide.
/// </summary>
internal sealed class LetOrganizationsLeave(DesignationDb db, TimeProvider time) : IEventHandler<OrganizationLeft>, IEventHandler<OrganizationRejoined>
{
    private const int LongestReason = 2000;

    public async Task HandleAsync(OrganizationLeft fact, CancellationToken cancellationToken)
    {
        if (!(await FindAsync(fact.Organization, cancellationToken)).HearLeft(Instant.Truncate(fact.LeaveTime), fact.Version))
        {
            return;
        }

        var now = time.Now();
        var reason = fact.Reason.Length > LongestReason ? fact.Reason[..LongestReason] : fact.Reason;
        foreach (var claim in await db.Claims.Where(c => c.Organization == fact.Organization && c.State == ClaimState.Proposed).ToListAsync(cancellationToken))
        {
            claim.Lapse(reason, now);
        }
    }

    public async Task HandleAsync(OrganizationRejoined fact, CancellationToken cancellationToken) => (await FindAsync(fact.Organization, cancellationToken)).HearLeft(null, fact.Version);

    private async Task<KnownOrganization> FindAsync(string name, CancellationToken cancellationToken) => ResourceName.IsIn("organizations", name)
        ? await db.KnownOrganizations.FindAsync([name], cancellationToken) ?? db.Add(new KnownOrganization { Name = name }).Entity
        : throw new FormatException("The organization of the fact has no resource name."); // parked, and not lost
}
