using Concord.Platform.Alerts;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Alerts;

/// <summary>It is too late to depart in time (R12).</summary>
internal sealed class DeadlinePassed(RosterDb db) : IAlertRule<StandbyRequestId>
{
    public AlertKind Kind => RosterAlerts.DeadlinePassed;

    public async Task<IReadOnlyList<AlertFinding<StandbyRequestId>>> FindAsync(IReadOnlyCollection<StandbyRequestId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var late = await db.StandbyRequests.WaitingAmong(of).Where(r => r.DueTime <= now).Select(r => new { r.Id, r.DueTime }).ToListAsync(cancellationToken);
        return [.. late.Select(r => AlertedAmong.Due(r.Id, r.DueTime))];
    }
}
