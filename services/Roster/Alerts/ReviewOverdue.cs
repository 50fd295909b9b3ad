using System.Globalization;
using Concord.Platform.Alerts;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Alerts;

/// <summary>The day of the after-action review is past (R133).</summary>
internal sealed class ReviewOverdue(RosterDb db) : IAlertRule<StandbyRequestId>
{
    public AlertKind Kind => RosterAlerts.ReviewOverdue;

    public async Task<IReadOnlyList<AlertFinding<StandbyRequestId>>> FindAsync(IReadOnlyCollection<StandbyRequestId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now);
        var overdue = await db.StandbyRequests.Among(of).Where(r => r.State == StandbyState.Completed && r.ReviewTime == null && r.ReviewDueOn < today).Select(r => new { r.Id, r.ReviewDueOn })
            .ToListAsync(cancellationToken);
        return
        [
            .. overdue.Select(r => new AlertFinding<StandbyRequestId>(
                r.Id, "", [r.Id.ToString()], new Dictionary<string, string> { ["expireOn"] = r.ReviewDueOn!.Value.ToString("O", CultureInfo.InvariantCulture) })),
        ];
    }
}
