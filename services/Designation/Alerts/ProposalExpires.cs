using System.Globalization;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>Somebody proposed who is to lead, and soon nobody can decide on it any more. One that the lead has overtaken cannot be approved anyway.</summary>
internal sealed class ProposalExpires(DesignationDb db) : IAlertRule<ProcessId>
{
    private static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    public AlertKind Kind => DesignationAlerts.ProposalExpires;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var limit = now + Soon;
        var lapsing = await db.LeadProposals.Where(p => p.State == ProposalState.Proposed && p.ExpireTime > now && p.ExpireTime <= limit)
            .Join(db.Processes.Among(of), p => p.Process, p => p.Id, (p, process) => new { p.Id, p.Process, p.Kind, p.ExpireTime, p.LeadEpoch, Now = process.LeadEpoch })
            .Where(p => p.LeadEpoch == p.Now).ToListAsync(cancellationToken);
        return
        [
            .. lapsing.Select(p => new AlertFinding<ProcessId>(
                p.Process, p.Id.ToString(), [$"{p.Process}/{p.Id}"],
                new Dictionary<string, string> { ["proposal"] = ProcessAnswers.Text(p.Kind), ["expireTime"] = p.ExpireTime.ToString("O", CultureInfo.InvariantCulture) })),
        ];
    }
}
