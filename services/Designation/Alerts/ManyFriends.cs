using System.Globalization;
using Concord.Designation.Friends;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>More Friends than are manageable (R37); worse above the limit, where each has a reason for the exception.</summary>
internal sealed class ManyFriends(DesignationDb db, IConfiguration configuration) : IAlertRule<ProcessId>
{
    public AlertKind Kind => DesignationAlerts.ManyFriends;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var limits = FriendsLimits.In(configuration);
        var friends = await db.Friends.Where(f => f.EndTime == null).Join(db.Processes.OpenAmong(of), f => f.Process, p => p.Id, (f, _) => new { f.Id, f.Process }).ToListAsync(cancellationToken);
        return
        [
            .. friends.GroupBy(f => f.Process).Where(g => g.Count() > limits.WarnAbove).Select(g => new AlertFinding<ProcessId>(
                g.Key, "", [.. g.Select(f => $"{f.Process}/{f.Id}")], new Dictionary<string, string> { ["count"] = g.Count().ToString(CultureInfo.InvariantCulture) },
                g.Count() > limits.StopAbove ? AlertSeverity.Warning : null)),
        ];
    }
}
