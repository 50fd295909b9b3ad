using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>Nobody leads although talks are prepared (R28). Where the state requires a lead it cannot be, so there it is looked for all the same.</summary>
internal sealed class ProcessWithoutLead(DesignationDb db) : IAlertRule<ProcessId>
{
    public AlertKind Kind => DesignationAlerts.NoLead;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var unled = await db.Processes.Among(of)
            .Where(p => p.Lead == null && (p.State == ProcessState.PreNegotiation
                || p.State == ProcessState.FrameworkAgreed || p.SuspendedFrom == ProcessState.FrameworkAgreed
                || p.State == ProcessState.SubstantiveTalks || p.SuspendedFrom == ProcessState.SubstantiveTalks
                || p.State == ProcessState.AgreementSigned || p.SuspendedFrom == ProcessState.AgreementSigned
                || p.State == ProcessState.Implementation || p.SuspendedFrom == ProcessState.Implementation))
            .Select(p => new { p.Id, p.State }).ToListAsync(cancellationToken);
        return
        [
            .. unled.Select(p => new AlertFinding<ProcessId>(
                p.Id, "", [p.Id.ToString()], new Dictionary<string, string> { ["state"] = ProcessAnswers.Text(p.State) }, p.State != ProcessState.PreNegotiation ? AlertSeverity.Critical : null)),
        ];
    }
}
