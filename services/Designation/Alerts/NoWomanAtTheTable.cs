using System.Globalization;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>At the last session there were participants, and no woman among them (R56). The next one with a woman ends it.</summary>
internal sealed class NoWomanAtTheTable(DesignationDb db) : IAlertRule<ProcessId>
{
    public AlertKind Kind => DesignationAlerts.NoWomen;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var sessions = await db.TalkSessions.AsNoTracking().Where(s => s.Withdrawn == null)
            .Join(db.Processes.AtTheTableAmong(of), s => s.Process, p => p.Id, (s, _) => s).ToListAsync(cancellationToken);
        return
        [
            .. sessions.GroupBy(s => s.Process).Select(p => (Process: p.Key, Last: p.OrderBy(s => s.Content.On).ThenBy(s => s.CreateTime).Last(), Without: Participation.Of([.. p]).SessionsWithoutWomen))
                .Where(p => p.Without.Contains(p.Last.Name)).Select(p => new AlertFinding<ProcessId>(
                    p.Process, "", p.Without, new Dictionary<string, string> { ["count"] = p.Without.Count.ToString(CultureInfo.InvariantCulture) })),
        ];
    }
}
