using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Designation.Engagements;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Concord.Platform.Messaging;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>Who sees a process sees the alerts about it, as far as their kinds and what they rest on allow.</summary>
internal sealed class AlertedProcesses(DesignationDb db) : IAlertedRecords<ProcessId>
{
    public async Task<IQueryable<Alert<ProcessId>>> SeenByAsync(IQueryable<Alert<ProcessId>> alerts, Caller caller, CancellationToken cancellationToken)
    {
        var (open, named, circle) = (caller.OpenLabels().Select(l => (Classification?)l).ToList(), caller.NamedIn<ProcessId>(), DesignationAlerts.OfCircle);
        var seen = alerts.Join(db.Processes.SeenBy(caller), a => a.Subject, p => p.Id, (a, p) => new { Alert = a, Process = p })
            .Where(x => x.Alert.Classification == null || x.Alert.Classification == x.Process.Classification || open.Contains(x.Alert.Classification)
                || (x.Alert.Classification == Classification.StrictlyConfidential && named.Contains(x.Alert.Subject)) || circle.Contains(x.Alert.Kind))
            .Select(x => x.Alert);
        return await OfLeadAsync(await OfCircleAsync(seen, caller, cancellationToken), caller, cancellationToken);
    }

    public Task NoteReadAsync(IEnumerable<ProcessId> subjects, CancellationToken cancellationToken) => db.NoteReadAsync(subjects, cancellationToken);

    public void Tell(AlertStep step, Alert<ProcessId> alert, string asked, DateTime now)
    {
        if (DesignationAlerts.OfCircle.Contains(alert.Kind))
        {
            return;
        }

        var (name, process, severity, version) = ($"alerts/{DesignationModule.Name}/{alert.Id.Value}", alert.Subject.ToString(), ProcessAnswers.Text(alert.Severity), alert.Version + 1);
        switch (step)
        {
            case AlertStep.Raised: db.Raise(new ProcessAlertRaised(name, process, alert.Kind, severity, asked, version, now), now); break;
            case AlertStep.Escalated: db.Raise(new ProcessAlertEscalated(name, process, alert.Kind, severity, alert.Level, asked, version, now), now); break;
            default: db.Raise(new ProcessAlertResolved(name, process, alert.Kind, version, now), now); break;
        }
    }

    private async Task<IQueryable<Alert<ProcessId>>> OfCircleAsync(IQueryable<Alert<ProcessId>> alerts, Caller caller, CancellationToken cancellationToken)
    {
        var kinds = DesignationAlerts.OfCircle;
        var about = caller.MayBeInCircle() ? (await db.Engagements.SeenBy(caller).Select(e => e.Id).ToListAsync(cancellationToken)).Select(id => id.ToString()).ToList() : [];
        return alerts.Where(a => !kinds.Contains(a.Kind) || about.Contains(a.About));
    }

    /// <summary>A lead mediator is asked about the process that the own organization leads: that of a rival would settle what the lead has to look at, whatever else the same person is.</summary>
    private async Task<IQueryable<Alert<ProcessId>>> OfLeadAsync(IQueryable<Alert<ProcessId>> alerts, Caller caller, CancellationToken cancellationToken)
    {
        var kinds = DesignationAlerts.All.Where(k => k.Ladder.Contains(Roles.LeadMediator) && !k.Ladder.Except([Roles.LeadMediator]).Any(caller.Roles.Contains)).Select(k => k.Code).ToList();
        if (kinds.Count == 0 || !caller.Roles.Contains(Roles.LeadMediator))
        {
            return alerts;
        }

        var leads = await db.LeadDesignations.AsNoTracking().Where(d => d.EndTime == null && alerts.Any(a => a.Subject == d.Process && kinds.Contains(a.Kind))).ToListAsync(cancellationToken);
        var led = leads.Where(d => d.IsSpokenForBy(caller)).Select(d => d.Process).ToList();
        return alerts.Where(a => !kinds.Contains(a.Kind) || led.Contains(a.Subject));
    }
}
