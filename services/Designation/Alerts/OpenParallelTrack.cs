using Concord.Designation.ParallelTracks;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>What the contacts show of parallel tracks (R48), and nobody has answered yet. It is as secret as the strictest contact it rests on.</summary>
internal sealed class OpenParallelTrack(DesignationDb db) : IAlertRule<ProcessId>
{
    public AlertKind Kind => DesignationAlerts.ParallelTrack;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var open = await db.TrackFindings.Where(f => f.State == FindingState.Open).Join(db.Processes.Among(of), f => f.Process, p => p.Id, (f, _) => new { f.Id, f.Process, f.Kind, f.Classification }).ToListAsync(cancellationToken);
        return
        [
            .. open.Select(f => new AlertFinding<ProcessId>(
                f.Process, f.Id.ToString(), [$"{f.Process}/{f.Id}"], new Dictionary<string, string> { ["cause"] = ProcessAnswers.Text(f.Kind) }, Classification: f.Classification)),
        ];
    }
}
