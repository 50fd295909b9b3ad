using System.Globalization;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Alerts;

/// <summary>An open designation rests on somebody who is no longer there (R26). Each cause is an alert of its own; which mediator it is does not stand in it.</summary>
internal sealed class LeadUnderReview(DesignationDb db) : IAlertRule<ProcessId>
{
    public AlertKind Kind => DesignationAlerts.LeadUnderReview;

    public async Task<IReadOnlyList<AlertFinding<ProcessId>>> FindAsync(IReadOnlyCollection<ProcessId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var left = await db.KnownOrganizations.Where(o => o.LeaveTime != null).ToDictionaryAsync(o => o.Name, o => o.LeaveTime!.Value, cancellationToken);
        var away = await db.KnownMediators.Where(m => m.SuspendTime != null || m.EraseTime != null).Select(m => new { m.Profile, m.SuspendTime, m.EraseTime }).ToListAsync(cancellationToken);
        var suspended = away.Where(m => m.SuspendTime is not null).ToDictionary(m => m.Profile, m => m.SuspendTime!.Value);
        var erased = away.Where(m => m.EraseTime is not null).ToDictionary(m => m.Profile, m => m.EraseTime!.Value);
        if (left.Count + away.Count == 0)
        {
            return []; // the terms of a lead are long, and mostly nobody is away
        }

        var open = await db.LeadDesignations.AsNoTracking().Where(d => d.EndTime == null).Join(db.Processes.OpenAmong(of), d => d.Process, p => p.Id, (d, _) => d).ToListAsync(cancellationToken);
        List<AlertFinding<ProcessId>> found = [];
        foreach (var lead in open)
        {
            var mediators = (lead.Terms.Mediators ?? []).Select(m => m.Profile!).ToList();
            Add(lead, ReviewCause.OrganizationLeft, lead.Organizations, left);
            Add(lead, ReviewCause.MediatorSuspended, mediators, suspended);
            Add(lead, ReviewCause.MediatorErased, mediators, erased);
        }

        return found;

        void Add(LeadDesignation lead, ReviewCause cause, IReadOnlyList<string> named, Dictionary<string, DateTime> gone)
        {
            if (named.Where(gone.ContainsKey).Select(n => gone[n]).Order().ToList() is { Count: > 0 } since)
            {
                var facts = new Dictionary<string, string> { ["cause"] = ProcessAnswers.Text(cause), ["since"] = since[0].ToString("O", CultureInfo.InvariantCulture) };
                found.Add(new AlertFinding<ProcessId>(lead.Process, facts["cause"], [$"{lead.Process}/{lead.Id}"], facts));
            }
        }
    }
}
