using Concord.Platform.Alerts;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Alerts;

/// <summary>It is soon too late to depart in time (R12).</summary>
internal sealed class DeadlineNear(RosterDb db, IConfiguration configuration) : IAlertRule<StandbyRequestId>
{
    public AlertKind Kind => RosterAlerts.DeadlineNear;

    public async Task<IReadOnlyList<AlertFinding<StandbyRequestId>>> FindAsync(IReadOnlyCollection<StandbyRequestId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var soon = now.AddHours(StandbyClock.WarnBefore.RequiredIn<int>(configuration));
        var near = await db.StandbyRequests.WaitingAmong(of).Where(r => r.DueTime > now && r.DueTime <= soon).Select(r => new { r.Id, r.DueTime }).ToListAsync(cancellationToken);
        return [.. near.Select(r => AlertedAmong.Due(r.Id, r.DueTime))];
    }
}
