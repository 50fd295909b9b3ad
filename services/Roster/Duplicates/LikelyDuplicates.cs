using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Names;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Duplicates;

/// <summary>Finds, among those whom the caller may find, who is likely the same person as somebody whom the caller's organization keeps. Two of whom somebody has said something are left out.</summary>
internal sealed class LikelyDuplicates(RosterDb db, RosterIndexKeeper keeper, Caller caller, TimeProvider time)
{
    // Of one person; who has more namesakes is looked for by hand.
    private const int MostOfOne = 20;

    public async Task<List<DuplicateSuggestion>> OfAsync(IReadOnlyList<Profile> people, CancellationToken cancellationToken)
    {
        var (index, today) = (keeper.Current, DateOnly.FromDateTime(time.Now()));
        using var sight = SearchSight.Of(caller, index, today);
        List<(RosterEntry One, RosterEntry Other, (NameFit Fit, string[] Nationalities, string[] Languages) Why)> likely = [];
        foreach (var entry in people.Where(p => p.MergedInto is null && p.State != ProfileState.Retired).Select(p => new RosterEntry(p)))
        {
            likely.AddRange(Like(entry, index, sight, today).Where(other => !IsTwice(entry, other)).Select(other => (entry, other, LikelySame.Of(entry, other))).Where(l => l.Item3 is not null).Select(l => (l.entry, l.other, l.Item3!.Value)));
        }

        var known = await SaidOfAsync([.. likely.Select(l => l.One.Id).Distinct()], cancellationToken);
        var found = likely.FindAll(l => !known.Contains((l.One.Id, l.Other.Id)) && !known.Contains((l.Other.Id, l.One.Id)));
        foreach (var shown in found.SelectMany(l => (RosterEntry[])[l.One, l.Other]))
        {
            db.NoteRead(shown.Id.ToString(), shown.Classification);
        }

        return found.ConvertAll(l => new DuplicateSuggestion(Of(l.One), Of(l.Other), l.Why.Fit, l.Why.Nationalities, l.Why.Languages));
    }

    private IEnumerable<RosterEntry> Like(RosterEntry entry, RosterIndex index, SearchSight? sight, DateOnly today)
    {
        string[] words = [.. NameWord.In(entry.DisplayName).Select(w => w.Text).Distinct()];
        if (words.Length == 0)
        {
            return [];
        }

        using var found = Finder.FindByFit(index, SearchQuery.Everybody with { Words = words, Genders = [entry.Gender] }, caller.Clearance, today, sight);
        return [.. FoundPage.Of(index, found, null, MostOfOne + 1).Select(hit => sight is null ? index[hit.Slot] : sight.Show(index, hit.Slot)).Where(other => other.Id != entry.Id && other.MergedInto is null)];
    }

    // Two of the same organization come up once, and not from both ends.
    private static bool IsTwice(RosterEntry one, RosterEntry other) => one.Owner == other.Owner && one.Searchable && one.Id > other.Id;

    private async Task<HashSet<(ProfileId, ProfileId)>> SaidOfAsync(List<ProfileId> people, CancellationToken cancellationToken) =>
        [.. (await db.Duplicates.Where(d => d.State != DuplicateState.Undone && (people.Contains(d.First) || people.Contains(d.Second))).Select(d => new { d.First, d.Second }).ToListAsync(cancellationToken)).Select(d => (d.First, d.Second))];

    private static SuggestedRecord Of(RosterEntry e) => new(e.Id.ToString(), e.DisplayName, e.Owner);
}
