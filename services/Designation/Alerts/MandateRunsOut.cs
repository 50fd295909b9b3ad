using System.Globalization;
using Concord.Designation.Mandates;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>The last day of a mandate is near, or over, and its organ has neither prolonged nor ended it (R154).</summary>
internal sealed class MandateRunsOut(DesignationDb db) : IAlertRule<ProcessId>
{
    private const int DaysBefore = 30;

    public AlertKind Kind => DesignationAlerts.MandateRunsOut;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(now);
        var ending = await db.Mandates.ExpiringWithin(today, DaysBefore).Join(db.Processes.OpenAmong(of), m => m.Process, p => p.Id, (m, _) => new { m.Id, m.Process, m.ExpireOn })
            .ToListAsync(cancellationToken);
        return
        [
            .. ending.Select(m => new AlertFinding<ProcessId>(
                m.Process, m.Id.ToString(), [$"{m.Process}/{m.Id}"], new Dictionary<string, string> { ["expireOn"] = m.ExpireOn!.Value.ToString("O", CultureInfo.InvariantCulture) },
                m.ExpireOn < today ? AlertSeverity.Warning : null)),
        ];
    }
}
