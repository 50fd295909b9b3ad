using Concord.Platform.Alerts;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;

namespace Concord.Roster.Alerts;

/// <summary>An alert about a person on the roster is for those who keep the record: the owner organization, and mediation support.</summary>
internal sealed class AlertedProfiles(RosterDb db) : IAlertedRecords<ProfileId>
{
    public Task<IQueryable<Alert<ProfileId>>> SeenByAsync(IQueryable<Alert<ProfileId>> alerts, Caller caller, CancellationToken cancellationToken)
    {
        var kept = db.Profiles.SeenBy(caller).KeptBy(caller);
        return Task.FromResult(alerts.Where(a => kept.Any(p => p.Id == a.Subject)));
    }

    public Task NoteReadAsync(IEnumerable<ProfileId> subjects, CancellationToken cancellationToken) =>
        db.NoteReadAsync<Profile, ProfileId>(subjects, cancellationToken);

    /// <summary>Nobody else is told: a contract is between the person and those who keep the record.</summary>
    public void Tell(AlertStep step, Alert<ProfileId> alert, string asked, DateTime now) { }
}
