using Concord.Contracts.Access;
using Concord.Platform.Alerts;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SavedSearches;

/// <summary>Whom the saved searches have found already.</summary>
internal sealed class SavedSearchMatches(RosterDb db, RosterIndexKeeper keeper)
{
    /// <summary>How many people a search may find for the caller to be told of new ones: who has not read so many does not ask who is new.</summary>
    public const int MostWithAlert = 1000;

    /// <summary>Beyond so many, whoever may see them, nobody is told of new ones.</summary>
    public const int MostWatched = 5 * MostWithAlert;

    /// <summary>Whoever is found now is not new. Also those whom the owner may not see: once they may be, they are none that the search has found anew.</summary>
    public async Task BeginAsync(SavedSearch saved, SearchQuery query, Caller caller, DateTime now, CancellationToken cancellationToken)
    {
        var (index, today) = (keeper.Current, DateOnly.FromDateTime(now));
        if (saved.Alert && Finder.Find(index, query, caller.Clearance, today).Count() > MostWithAlert)
        {
            throw Fail.Because(RosterReasons.SearchTooWide, $"An alert is for a search that finds at most {MostWithAlert} people.");
        }

        HashSet<ProfileId> found = saved.Alert ? [.. Everybody(index, query, today)] : [];
        foreach (var match in await db.SavedSearchMatches.Where(m => m.Search == saved.Id).ToListAsync(cancellationToken))
        {
            match.IsNew = false;
            if (!found.Remove(match.Profile))
            {
                db.Remove(match);
            }
        }

        db.AddRange(found.Select(profile => new SavedSearchMatch { Search = saved.Id, Profile = profile, FindTime = now }));
    }

    /// <summary>Those found since, in their order; none where there are too many to tell of.</summary>
    public async Task<List<ProfileId>> NewAsync(SavedSearchId search, SearchQuery query, DateOnly today, CancellationToken cancellationToken)
    {
        var known = await db.SavedSearchMatches.Where(m => m.Search == search).Select(m => m.Profile).ToListAsync(cancellationToken);
        return [.. Everybody(keeper.Current, query, today).Except(known)];
    }

    /// <summary>Nothing tells any more that somebody was found by any search.</summary>
    public async Task ForgetAsync(ProfileId profile, CancellationToken cancellationToken) =>
        db.RemoveRange(await db.SavedSearchMatches.Where(m => m.Profile == profile).ToListAsync(cancellationToken));

    /// <summary>The searches, and all alerts about them.</summary>
    public async Task RemoveAsync(IReadOnlyCollection<SavedSearch> searches, CancellationToken cancellationToken)
    {
        var ids = searches.Select(s => s.Id).ToList();
        db.RemoveRange(await db.Set<Alert<SavedSearchId>>().Where(a => ids.Contains(a.Subject)).ToListAsync(cancellationToken));
        db.RemoveRange(await db.SavedSearchMatches.Where(m => ids.Contains(m.Search)).ToListAsync(cancellationToken));
        db.RemoveRange(searches);
    }

    private static IEnumerable<ProfileId> Everybody(RosterIndex index, SearchQuery query, DateOnly today)
    {
        var found = Finder.Find(index, query, Classification.StrictlyConfidential, today);
        return found.Count() > MostWatched ? [] : found.Slots().Select(slot => index.Packed(slot).Id);
    }
}
