using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Names;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Duplicates;

/// <summary>
/// Finds who is likely the same person as somebody whom the caller's organization keeps: among those whom the caller may find, and among those whom nobody finds, as drafts, but whom the caller keeps.
/// Two of whom somebody has said something are left out.
/// </summary>
internal sealed class LikelyDuplicates(RosterDb db, RosterIndexKeeper keeper, Caller caller, TimeProvider time)
{
    // Of one person and each of both kinds; who has more namesakes is looked for by hand.
    private const int MostOfOne = 20;

    /// <param name="people">Whom the caller's organization keeps.</param>
    /// <param name="isListed">Whether somebody of them in that state stands in the same list, on this page or another.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<List<DuplicateSuggestion>> OfAsync(IReadOnlyList<Profile> people, Func<ProfileState, bool> isListed, CancellationToken cancellationToken)
    {
        var (index, today) = (keeper.Current, DateOnly.FromDateTime(time.Now()));
        using var sight = SearchSight.Of(caller, index, today);
        List<Likely> likely = [];
        foreach (var person in people.Where(p => p.MergedInto is null && p.State != ProfileState.Retired))
        {
            var one = new RosterEntry(person);
            string[] words = [.. NameWord.In(one.DisplayName).Select(w => w.Text).Distinct()];
            if (words.Length == 0)
            {
                continue;
            }

            foreach (var other in Found(one, words, index, sight, today).Concat(Unsearched(one, words, index)))
            {
                if (LikelySame.Of(one, other) is { } why)
                {
                    likely.Add(new Likely(one, person.State, other, why.Fit, why.Nationalities, why.Languages));
                }
            }
        }

        var states = await StatesAsync([.. likely.Select(l => l.Other).Where(o => !o.Searchable).Select(o => o.Id).Distinct()], cancellationToken);
        var known = await SaidOfAsync([.. likely.Select(l => l.One.Id).Distinct()], cancellationToken);
        List<DuplicateSuggestion> told = [];
        foreach (var (one, state, other, fit, nationalities, languages) in likely)
        {
            var otherState = other.Searchable ? ProfileState.Active : states.GetValueOrDefault(other.Id);
            if (otherState == default || known.Contains((one.Id, other.Id)) || known.Contains((other.Id, one.Id)) || IsToldFromTheOther(one, other, isListed(otherState), today))
            {
                continue;
            }

            db.NoteRead(one.Id.ToString(), one.Classification);
            db.NoteRead(other.Id.ToString(), other.Classification);
            told.Add(new DuplicateSuggestion(Record(one, state), Record(other, otherState), fit, nationalities, languages));
        }

        return told;
    }

    private IEnumerable<RosterEntry> Found(RosterEntry entry, string[] words, RosterIndex index, SearchSight? sight, DateOnly today)
    {
        using var found = Finder.FindByFit(index, SearchQuery.Everybody with { Words = words, Genders = [entry.Gender] }, caller.Clearance, today, sight);
        return [.. FoundPage.Of(index, found, null, MostOfOne + 1).Select(hit => sight is null ? index[hit.Slot] : sight.Show(index, hit.Slot)).Where(other => other.Id != entry.Id && other.MergedInto is null)];
    }

    // By their names alone: nothing else of them is in the index.
    private IEnumerable<RosterEntry> Unsearched(RosterEntry entry, string[] words, RosterIndex index)
    {
        using var everybody = new Bitmap(index.Count);
        everybody.Words.Fill(ulong.MaxValue);
        using var found = NameFits.Of(index.UnsearchedNames, index.Count, everybody, (SearchQuery.Everybody with { Words = words }).Typed);
        return
        [
            .. found.Steps.SelectMany(step => step.People.Slots()).Select(slot => index[slot])
                .Where(other => other.Id != entry.Id && other.Gender == entry.Gender && other.MergedInto is null && other.Classification <= caller.Clearance && ProfileSight.IsKeptBy(other.Owner, caller)).Take(MostOfOne),
        ];
    }

    // Of those whom nobody finds: the store decides who is seen, and says how far each is.
    private async Task<Dictionary<ProfileId, ProfileState>> StatesAsync(List<ProfileId> people, CancellationToken cancellationToken)
    {
        Dictionary<ProfileId, ProfileState> states = [];
        foreach (var ids in people.Chunk(500))
        {
            var seen = db.Profiles.IgnoreAutoIncludes().SeenBy(caller).KeptBy(caller).Where(p => ids.Contains(p.Id) && p.State != ProfileState.Retired && p.MergedInto == null);
            foreach (var person in await seen.Select(p => new { p.Id, p.State }).ToListAsync(cancellationToken))
            {
                states[person.Id] = person.State;
            }
        }

        return states;
    }

    // Two of the same organization come up once, and not from both ends; but whose consent to be found is over comes up from the own end alone.
    private static bool IsToldFromTheOther(RosterEntry one, RosterEntry other, bool isListed, DateOnly today) =>
        isListed && one.Owner == other.Owner && one.Id > other.Id && (!one.Searchable || one.SearchUntil >= today);

    private async Task<HashSet<(ProfileId, ProfileId)>> SaidOfAsync(List<ProfileId> people, CancellationToken cancellationToken) =>
        [.. (await db.Duplicates.Where(d => d.State != DuplicateState.Undone && (people.Contains(d.First) || people.Contains(d.Second))).Select(d => new { d.First, d.Second }).ToListAsync(cancellationToken)).Select(d => (d.First, d.Second))];

    private static SuggestedRecord Record(RosterEntry e, ProfileState state) => new(e.Id.ToString(), e.DisplayName, e.Owner, state);

    private sealed record Likely(RosterEntry One, ProfileState State, RosterEntry Other, NameFit Fit, string[] Nationalities, string[] Languages);
}
