using Concord.Platform.Alerts;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Alerts;

/// <summary>An alert about a person on the roster is for those who keep the record: the owner organization, and mediation support.</summary>
internal sealed class AlertedProfiles(RosterDb db) : IAlertedRecords<ProfileId>
{
    public Task<IQueryable<Alert<ProfileId>>> SeenByAsync(IQueryable<Alert<ProfileId>> alerts, Caller caller, CancellationToken cancellationToken)
    {
        var kept = db.Profiles.SeenBy(caller).KeptBy(caller);
        return Task.FromResult(alerts.Where(a => kept.Any(p => p.Id == a.Subject)));
    }

    public async Task NoteReadAsync(IEnumerable<ProfileId> subjects, CancellationToken cancellationToken)
    {
        var ids = subjects.Distinct().ToList();
        foreach (var person in await db.Profiles.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Classification }).ToListAsync(cancellationToken))
        {
            db.NoteRead(person.Id.ToString(), person.Classification);
        }
    }

    /// <summary>Nobody else is told: a contract is between the person and those who keep the record.</summary>
    public void Tell(AlertStep step, Alert<ProfileId> alert, string asked, DateTime now) { }
}
