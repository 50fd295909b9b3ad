using Concord.Contracts.Events;
using Concord.Platform.Alerts;
using Concord.Platform.Http;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;

namespace Concord.Roster.Alerts;

/// <summary>Who sees a request sees the alerts about it, as far as their kinds allow.</summary>
internal sealed class AlertedRequests(RosterDb db) : IAlertedRecords<StandbyRequestId>
{
    public Task<IQueryable<Alert<StandbyRequestId>>> SeenByAsync(IQueryable<Alert<StandbyRequestId>> alerts, Caller caller, CancellationToken cancellationToken)
    {
        var requests = db.StandbyRequestsSeenBy(caller);
        return Task.FromResult(alerts.Where(a => requests.Any(r => r.Id == a.Subject)));
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
}
