using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>The parties are at the table, and have signed nothing on how they talk (R52).</summary>
internal sealed class TalksWithoutFramework(DesignationDb db) : IAlertRule<ProcessId>
{
    public AlertKind Kind => DesignationAlerts.NoFramework;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var talking = await db.Processes.AtTheTableAmong(of).Where(p => !db.FrameworkAgreements.Any(f => f.Process == p.Id && f.SignedRevision != null))
            .Select(p => p.Id).ToListAsync(cancellationToken);
        return [.. talking.Select(p => new AlertFinding<ProcessId>(p, "", [p.ToString()], new Dictionary<string, string>()))];
    }
}
