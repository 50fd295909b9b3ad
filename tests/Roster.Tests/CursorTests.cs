using Concord.Roster.Mediators;
using Concord.Roster.Names;
using Concord.Roster.Search;
using Concord.Support;

namespace Concord.Roster.Tests;

public sealed class CursorTests
{
    [Theory, Rule("R27")]
    [InlineData(21, 60)]
    [InlineData(22, 600)]
    [InlineData(23, 1500)] // more hits than are sorted
    public void While_others_write_whoever_matches_all_the_time_under_one_name_is_shown_exactly_once(int seed, int size)
    {
        var random = new RandomRoster(seed);
        var people = Enumerable.Range(0, size).Select(_ => random.Profile()).ToList();
        var writer = new RosterIndexWriter(Some.Atlas);
        people.ForEach(p => writer.Put(new RosterEntry(p)));
        var index = writer.Build();
        for (var round = 0; round < SearchCases.Of(size > 1000 ? 10 : 60, seeds: 3); round++)
        {
            var (query, clearance, today) = (round % 3 == 0 ? SearchQuery.Everybody : random.Query(), random.Clearance(), random.Today());
            Dictionary<ProfileId, string>? always = null;
            var shown = new List<ProfileId>();
            (NameFit, string, Guid)? after = null;
            while (true)
            {
                using var found = Finder.FindByFit(index, query, clearance, today);
                var matching = found.All.Slots().Select(slot => index[slot]).ToDictionary(e => e.Id, e => e.NameKey);
                always = always?.Where(a => matching.GetValueOrDefault(a.Key) == a.Value).ToDictionary() ?? matching;
                var page = FoundPage.Of(index, found, after, 1 + random.Below(Math.Max(2, size / 6)));
                if (page.Count == 0)
                {
                    break;
                }

                var (fit, last) = (page[^1].Fit, index[page[^1].Slot]);
                shown.AddRange(page.Select(hit => index[hit.Slot].Id));
                after = (fit, last.NameKey, last.Id.Value);
                index = Write(random, people, writer);
            }

            Assert.All(always.Keys, id => Assert.Single(shown, s => s == id));
        }
    }

    private static RosterIndex Write(RandomRoster random, List<Profile> people, RosterIndexWriter writer)
    {
        for (var i = random.Below(6); i > 0; i--)
        {
            var person = random.Below(4) == 0 ? random.Profile() : people[random.Below(people.Count)];
            if (people.Contains(person))
            {
                random.Change(person);
            }
            else
            {
                people.Add(person);
            }

            writer.Put(new RosterEntry(person));
        }

        return writer.Build();
    }
}
