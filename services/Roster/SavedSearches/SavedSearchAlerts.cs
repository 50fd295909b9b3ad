using Concord.Contracts.Access;
using Concord.Platform.Alerts;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SavedSearches;

/// <summary>Who keeps a search sees the alerts about it, and of those only the ones about people whom the same search would show that person now. Nobody else is told, and no fact of it leaves the service.</summary>
internal sealed class SavedSearchAlerts(RosterDb db, TimeProvider time) : IAlertedRecords<SavedSearchId>
{
    /// <summary>There is nobody to pass it on to: it is the owner's alone.</summary>
    public static readonly AlertKind FoundAnew = new("SAVED_SEARCH_FOUND", AlertSeverity.Notice, "R27", "A search that you keep finds somebody whom it did not find before.",
        RosterPermissions.KeepSavedSearches, TimeSpan.Zero, [.. RosterPermissions.KeepSavedSearches.Roles])
    { IsOfOnePerson = true };

    public async Task<IQueryable<Alert<SavedSearchId>>> SeenByAsync(IQueryable<Alert<SavedSearchId>> alerts, Caller caller, CancellationToken cancellationToken)
    {
        var (owner, clearance, today) = (caller.Subject, caller.Clearance, DateOnly.FromDateTime(time.Now()));
        var labels = Enum.GetValues<Classification>().Where(c => c <= clearance).ToList();
        var shown = await db.SavedSearchMatches.Where(m => m.IsNew && db.SavedSearches.Any(s => s.Id == m.Search && s.Owner == owner)
                && db.Profiles.Any(p => p.Id == m.Profile && p.State == ProfileState.Active && p.SearchUntil >= today && labels.Contains(p.Classification)))
            .Select(m => m.Profile).Distinct().ToListAsync(cancellationToken);
        var about = shown.ConvertAll(p => p.ToString());
        return alerts.Where(a => db.SavedSearches.Any(s => s.Id == a.Subject && s.Owner == owner) && about.Contains(a.About));
    }

    public Task NoteReadAsync(IEnumerable<SavedSearchId> subjects, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Tell(AlertStep step, Alert<SavedSearchId> alert, string asked, DateTime now)
    {
        // Who looks for whom is nobody else's business.
    }
}

/// <summary>Finds what the watch has written down.</summary>
internal sealed class FoundAnewRule(RosterDb db) : IAlertRule<SavedSearchId>
{
    /// <summary>How long an alert that nobody settles stays.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(90);
    private static readonly Dictionary<string, string> s_noFacts = [];

    public AlertKind Kind => SavedSearchAlerts.FoundAnew;

    public async Task<IReadOnlyList<AlertFinding<SavedSearchId>>> FindAsync(IReadOnlyCollection<SavedSearchId>? of, DateTime now, CancellationToken cancellationToken)
    {
        var (since, ids) = (now - Lasts, of?.ToList());
        var matches = db.SavedSearchMatches.Where(m => m.IsNew && m.FindTime > since);
        matches = ids is null ? matches : matches.Where(m => ids.Contains(m.Search));
        var found = await matches.Select(m => new { m.Search, m.Profile, Classification = db.Profiles.Where(p => p.Id == m.Profile && p.State != ProfileState.Erased).Select(p => (Classification?)p.Classification).FirstOrDefault() })
            .Where(m => m.Classification != null).ToListAsync(cancellationToken);
        return [.. found.Select(f => new AlertFinding<SavedSearchId>(f.Search, f.Profile.ToString(), [f.Profile.ToString()], s_noFacts, Classification: f.Classification))];
    }
}
