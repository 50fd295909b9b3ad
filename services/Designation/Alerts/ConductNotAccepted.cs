using System.Globalization;
using Concord.Designation.Conduct;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;

namespace Concord.Designation.Alerts;

/// <summary>Talks are prepared or held, and not everybody who leads, supports or is a Friend has accepted the code of conduct, or there is none (R36).</summary>
internal sealed class ConductNotAccepted(DesignationDb db) : IAlertRule<ProcessId>
{
    public AlertKind Kind => DesignationAlerts.ConductNotAccepted;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var processes = db.Processes.Among(of).Where(p => p.State == ProcessState.PreNegotiation || p.State == ProcessState.FrameworkAgreed || p.State == ProcessState.SubstantiveTalks);
        var standings = await db.ConductAsync(processes, DateOnly.FromDateTime(now), cancellationToken);
        return
        [
            .. standings.Where(s => s.Value.Missing.Count > 0).Select(s => new AlertFinding<ProcessId>(
                s.Key, "", [.. s.Value.Missing], new Dictionary<string, string>
                {
                    ["count"] = s.Value.Missing.Count.ToString(CultureInfo.InvariantCulture), ["cause"] = s.Value.Code is null ? "NO_CODE_OF_CONDUCT" : "CODE_NOT_ACCEPTED",
                })),
        ];
    }
}
