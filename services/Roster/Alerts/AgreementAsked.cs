using Concord.Contracts.Access;
using Concord.Platform.Alerts;
using Concord.Roster.Deployments;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Alerts;

/// <summary>Somebody is in two deployments on one day that may stand beside each other, and the lead of this one has not agreed (R15). Of the other nothing is told: each lead answers for its own.</summary>
internal sealed class AgreementAsked(RosterDb db) : IAlertRule<StandbyRequestId>
{
    private static readonly Dictionary<string, string> s_noFacts = [];

    public AlertKind Kind => RosterAlerts.AgreementAsked;

    public async Task<IReadOnlyList<AlertFinding<StandbyRequestId>>> FindAsync(IReadOnlyCollection<StandbyRequestId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var (today, open) = (DateOnly.FromDateTime(now), AlertedAmong.OpenDeployments);
        var asked = await db.Deployments.AsNoTracking().Where(d => open.Contains(d.State) && d.LeadAgreement == null)
            .Join(db.StandbyRequests.Among(of), d => d.Request, r => r.Id, (d, _) => d)
            .Join(db.Deployments.Where(o => open.Contains(o.State)), d => d.Profile, o => o.Profile, (d, o) => new { Own = d, Other = o })
            .Where(x => x.Own.Id != x.Other.Id && x.Own.FirstDay <= x.Other.LastDay && x.Other.FirstDay <= x.Own.LastDay)
            .Where(x => x.Own.Mode == DeploymentMode.Remote || x.Other.Mode == DeploymentMode.Remote) // to two journeys no lead can agree
            .Where(x => x.Own.LastDay >= today || x.Other.LastDay >= today)
            .Select(x => new
            {
                x.Own.Id,
                x.Own.Request,
                x.Own.Classification,
                x.Other.State,
                Other = x.Other.Classification,
                Process = db.StandbyRequests.Where(r => r.Id == x.Own.Request).Select(r => r.Process).Single(),
                OtherProcess = db.StandbyRequests.Where(r => r.Id == x.Other.Request).Select(r => r.Process).Single(),
                Restricted = db.StandbyRequests.Any(r => r.Id == x.Other.Request && db.RestrictedProcesses.Any(p => p.Process == r.Process)),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. asked.Select(x => (x.Id, x.Request, Label: HiddenBy(x.State, x.Classification, x.Process, x.Restricted ? Classification.StrictlyConfidential : x.Other, x.OtherProcess)))
                .Where(x => x.Label != Classification.StrictlyConfidential)
                .GroupBy(x => (x.Id, x.Request), (d, works) => new AlertFinding<StandbyRequestId>(
                    d.Request, d.Id.ToString(), [d.Id.ToString()], s_noFacts, Classification: works.Any(w => w.Label is null) ? null : works.Min(w => w.Label))),
        ];
    }

    // That there is an alert tells that there is other work. What is held everybody can know who searches, and what is for the same process those who see that one; a plan is told of by its own label, and one that is Strictly Confidential to nobody.
    private static Classification? HiddenBy(DeploymentState state, Classification own, string? process, Classification other, string? otherProcess) =>
        state != DeploymentState.Planned || (process is not null && process == otherProcess) ? null
        : other == Classification.StrictlyConfidential || other > own ? other
        : null;
}
