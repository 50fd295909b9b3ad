using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Spoilers;
using Concord.Platform.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>Agreement is near or has to hold, and nobody has said how one who may spoil it is dealt with (R57). Who that is does not stand in it.</summary>
internal sealed class SpoilerWithoutStrategy(DesignationDb db) : IAlertRule<ProcessId>
{
    public AlertKind Kind => DesignationAlerts.SpoilerWithoutStrategy;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var unaddressed = await db.Unaddressed().Join(db.Processes.Among(of), s => s.Process, p => p.Id, (s, _) => new { s.Id, s.Process }).ToListAsync(cancellationToken);
        return
        [
            .. unaddressed.Select(s => new AlertFinding<ProcessId>(
                s.Process, s.Id.ToString(), [$"{s.Process}/{s.Id}"], new Dictionary<string, string>(), Classification: Classification.Confidential)),
        ];
    }
}
