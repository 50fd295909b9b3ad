using System.Globalization;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>The framework agreement stands, or talks are held under it, and points of procedure are not agreed (R52).</summary>
internal sealed class FrameworkItemsOpen(DesignationDb db) : IAlertRule<ProcessId>
{
    public AlertKind Kind => DesignationAlerts.FrameworkItemsOpen;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var written = await db.FrameworkAgreements.AsNoTracking()
            .Join(db.Processes.AtTheTableAmong(of), f => f.Process, p => p.Id, (f, _) => f).ToListAsync(cancellationToken);
        return
        [
            .. written.Select(f => (f.Process, Open: f.Content.Open())).Where(f => f.Open.Count > 0).Select(f => new AlertFinding<ProcessId>(
                f.Process, "", [.. f.Open.Select(item => $"{f.Process}/frameworkAgreement#{item}")], new Dictionary<string, string> { ["count"] = f.Open.Count.ToString(CultureInfo.InvariantCulture) })),
        ];
    }
}
