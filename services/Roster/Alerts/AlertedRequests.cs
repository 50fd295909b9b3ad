using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Platform.Alerts;
using Concord.Platform.Http;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Deployments;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Alerts;

/// <summary>Who sees a request sees the alerts about it, as far as their kinds and what they rest on allow.</summary>
internal sealed class AlertedRequests(RosterDb db) : IAlertedRecords<StandbyRequestId>
{
    public Task<IQueryable<Alert<StandbyRequestId>>> SeenByAsync(IQueryable<Alert<StandbyRequestId>> alerts, Caller caller, CancellationToken cancellationToken)
    {
        var (requests, cleared) = (db.StandbyRequestsSeenBy(caller), caller.ClearedLabels().Select(l => (Classification?)l).ToList());
        return OfLeadAsync(alerts.Where(a => requests.Any(r => r.Id == a.Subject) && (a.Classification == null || cleared.Contains(a.Classification))), caller, cancellationToken);
    }

    /// <summary>Whoever is sent for one of them may be sent for others too, whose leads agree or have no longer to (R15).</summary>
    public async Task<IReadOnlyCollection<StandbyRequestId>> TouchedWithAsync(IReadOnlyCollection<StandbyRequestId> changed, CancellationToken cancellationToken)
    {
        var (ids, open) = (changed.ToList(), AlertedAmong.OpenDeployments);
        var people = db.Deployments.Where(d => ids.Contains(d.Request)).Select(d => d.Profile);
        return [.. (await db.Deployments.Where(d => open.Contains(d.State) && people.Contains(d.Profile)).Select(d => d.Request).ToListAsync(cancellationToken)).Union(ids)];
    }

    public Task NoteReadAsync(IEnumerable<StandbyRequestId> subjects, CancellationToken cancellationToken) =>
        db.NoteReadAsync<StandbyRequest, StandbyRequestId>(subjects, cancellationToken);

    public void Tell(AlertStep step, Alert<StandbyRequestId> alert, string asked, DateTime now)
    {
        var (name, request, severity, version) = ($"alerts/{RosterModule.Name}/{alert.Id.Value}", alert.Subject.ToString(), ApiWord.Of(alert.Severity), alert.Version + 1);
        switch (step)
        {
            case AlertStep.Raised: db.Raise(new StandbyAlertRaised(name, request, alert.Kind, severity, asked, version, now), now); break;
            case AlertStep.Escalated: db.Raise(new StandbyAlertEscalated(name, request, alert.Kind, severity, alert.Level, asked, version, now), now); break;
            default: db.Raise(new StandbyAlertResolved(name, request, alert.Kind, version, now), now); break;
        }
    }

    /// <summary>An agreement is asked of whoever can give it: another lead mediator would settle what the lead has to look at. Mediation support looks after all.</summary>
    private async Task<IQueryable<Alert<StandbyRequestId>>> OfLeadAsync(IQueryable<Alert<StandbyRequestId>> alerts, Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Roles.Contains(Roles.MediationSupport))
        {
            return alerts;
        }

        var (kind, agreed) = (RosterAlerts.AgreementAsked.Code, db.StandbyRequestsAgreedBy(caller));
        var own = await db.DeploymentsSeenBy(caller).Where(d => agreed.Any(r => r.Id == d.Request) && alerts.Any(a => a.Kind == kind && a.Subject == d.Request)).Select(d => d.Id).ToListAsync(cancellationToken);
        var about = own.ConvertAll(d => d.ToString());
        return alerts.Where(a => a.Kind != kind || about.Contains(a.About));
    }
}
