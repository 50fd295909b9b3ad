using Concord.Contracts.Events;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Concord.Platform.Messaging;
using Concord.Platform.Security;

namespace Concord.Designation.Alerts;

/// <summary>Who sees a process sees the alerts about it, as far as their kinds allow.</summary>
internal sealed class AlertedProcesses(DesignationDb db) : IAlertedRecords<ProcessId>
{
    public IQueryable<Alert<ProcessId>> SeenBy(IQueryable<Alert<ProcessId>> alerts, Caller caller) => alerts.Join(db.Processes.SeenBy(caller), a => a.Subject, p => p.Id, (a, _) => a);

    public Task NoteReadAsync(IEnumerable<ProcessId> subjects, CancellationToken cancellationToken) => db.NoteReadAsync(subjects, cancellationToken);

    public void Tell(AlertStep step, Alert<ProcessId> alert, string asked, DateTime now)
    {
        var (name, process, severity, version) = ($"alerts/{DesignationModule.Name}/{alert.Id.Value}", alert.Subject.ToString(), ProcessAnswers.Text(alert.Severity), alert.Version + 1);
        switch (step)
        {
            case AlertStep.Raised: db.Raise(new ProcessAlertRaised(name, process, alert.Kind, severity, asked, version, now), now); break;
            case AlertStep.Escalated: db.Raise(new ProcessAlertEscalated(name, process, alert.Kind, severity, alert.Level, asked, version, now), now); break;
            default: db.Raise(new ProcessAlertResolved(name, process, alert.Kind, version, now), now); break;
        }
    }
}
