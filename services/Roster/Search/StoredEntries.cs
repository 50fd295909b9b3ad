using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Search;

/// <summary>
/// Reads entries from the database, and of the records nothing else. The windows are read after the profiles: a window that changes in between changes the version of its profile too, so that
/// whoever looks for changes afterwards finds the person. The other way round an old window would stand beside a new version, for good.
/// </summary>
internal static class StoredEntries
{
    private const int BatchSize = 1000;

    /// <summary>The next of everybody, in the order of the ids; none where there are no more.</summary>
    /// <param name="db">The store.</param>
    /// <param name="after">The last one who was read; the empty id, which nobody has, before the first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<RosterEntry[]> NextAsync(RosterDb db, ProfileId after, CancellationToken cancellationToken)
    {
        var facts = await db.Profiles.Where(p => p.Id > after).OrderBy(p => p.Id).Take(BatchSize).Select(IndexedFacts.Taken).ToListAsync(cancellationToken);
        if (facts.Count == 0)
        {
            return [];
        }

        var last = facts[^1].Id;
        return Entries(facts, await WindowsAsync(db.Availability.Where(w => w.Profile > after && !(w.Profile > last)), cancellationToken));
    }

    /// <summary>Those of these people who are there.</summary>
    public static async Task<RosterEntry[]> OfAsync(RosterDb db, ProfileId[] people, CancellationToken cancellationToken) => Entries(
        await db.Profiles.Where(p => people.Contains(p.Id)).Select(IndexedFacts.Taken).ToListAsync(cancellationToken),
        await WindowsAsync(db.Availability.Where(w => people.Contains(w.Profile)), cancellationToken));

    private static RosterEntry[] Entries(List<IndexedFacts> facts, ILookup<ProfileId, FoundWindow> windows)
    {
        RosterEntry[] entries = [.. facts.Select(f => new RosterEntry(f, windows[f.Id]))];
        Array.ForEach(entries, entry => _ = entry.Packed); // not while the index is held: the one who puts them there is the slower of the two
        return entries;
    }

    private static async Task<ILookup<ProfileId, FoundWindow>> WindowsAsync(IQueryable<AvailabilityWindow> windows, CancellationToken cancellationToken) =>
        (await windows.Select(w => new { w.Profile, Window = new FoundWindow(w.Id, w.StartDate, w.EndDate, w.Kind) }).ToListAsync(cancellationToken)).ToLookup(w => w.Profile, w => w.Window);
}
