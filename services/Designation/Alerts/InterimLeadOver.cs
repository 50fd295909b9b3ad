using System.Globalization;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>Somebody leads for a time, and that is over (R28, R49): the lead goes on, for a process in talks is never without one, and somebody has to decide.</summary>
internal sealed class InterimLeadOver(DesignationDb db) : IAlertRule<ProcessId>
{
    public AlertKind Kind => DesignationAlerts.InterimLeadOver;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var over = await db.LeadDesignations.Where(d => d.EndTime == null && d.InterimUntilTime <= now).Join(db.Processes.OpenAmong(of), d => d.Process, p => p.Id, (d, _) => new { d.Id, d.Process, d.InterimUntilTime })
            .ToListAsync(cancellationToken);
        return
        [
            .. over.Select(d => new AlertFinding<ProcessId>(
                d.Process, d.Id.ToString(), [$"{d.Process}/{d.Id}"], new Dictionary<string, string> { ["expireTime"] = d.InterimUntilTime!.Value.ToString("O", CultureInfo.InvariantCulture) })),
        ];
    }
}
