using Concord.Contracts.Access;
using Concord.Roster.Mediators;
using Concord.Roster.Names;
using Concord.Roster.Search;
using Concord.Support;

namespace Concord.Roster.Tests;

public sealed class IndexTests
{
    [Theory, Rule("R27"), Rule("R26"), Rule("R16")]
    [InlineData(1, 40)]
    [InlineData(2, 400)]
    [InlineData(3, 2500)] // more hits than are sorted: pages are walked by name
    public void The_index_finds_and_counts_what_the_rules_say_also_while_people_change(int seed, int size)
    {
        var random = new RandomRoster(seed);
        var people = Enumerable.Range(0, size).Select(_ => random.Profile()).ToList();
        var writer = new RosterIndexWriter(Some.Atlas);
        people.ForEach(p => writer.Put(new RosterEntry(p)));
        var index = writer.Build();
        for (var round = 0; round < SearchCases.Of(size > 1000 ? 400 : 1500, seeds: 3); round++)
        {
            if (round % 10 == 9)
            {
                foreach (var person in Enumerable.Range(0, 3).Select(_ => people[random.Below(size)]))
                {
                    random.Change(person);
                    writer.Put(new RosterEntry(person));
                }

                index = writer.Build();
            }

            Compare(index, people, round == 0 ? new SearchQuery([], [], [], [], [], [], null, [], []) : random.Query(), round == 0 ? Classification.StrictlyConfidential : random.Clearance(), random.Today());
        }
    }

    [Fact]
    public void A_state_that_is_in_use_does_not_change()
    {
        var random = new RandomRoster(11);
        var people = Enumerable.Range(0, 300).Select(_ => random.Profile()).ToList();
        var writer = new RosterIndexWriter(Some.Atlas);
        people.ForEach(p => writer.Put(new RosterEntry(p)));
        var before = writer.Build();
        var queries = Enumerable.Range(0, 50).Select(_ => (Query: random.Query(), Clearance: random.Clearance())).ToList();
        var expected = queries.ConvertAll(q => Names(before, q.Query, q.Clearance));
        people.ForEach(p =>
        {
            random.Change(p);
            writer.Put(new RosterEntry(p));
        });
        writer.Put(new RosterEntry(random.Profile()));
        var after = writer.Build();

        Assert.Equal(expected, queries.ConvertAll(q => Names(before, q.Query, q.Clearance)));
        Assert.NotEqual(expected, queries.ConvertAll(q => Names(after, q.Query, q.Clearance)));
    }

    [Fact]
    public void An_older_version_that_is_heard_later_changes_nothing()
    {
        var writer = new RosterIndexWriter(Some.Atlas);
        var profile = Some.In(ProfileState.Active);
        profile.Version = 4;
        var older = new RosterEntry(profile);
        profile.Version = 5;
        profile.Suspend("x", Some.Now);
        Assert.True(writer.Put(new RosterEntry(profile)));
        Assert.False(writer.Put(older));
        Assert.False(writer.Put(new RosterEntry(profile)));
        Assert.Equal(0, Finder.Find(writer.Build(), new SearchQuery([], [], [], [], [], [], null, [], []), Classification.StrictlyConfidential, Some.Day).Count());
    }

    [Theory]
    [InlineData("Ámina al-Haq", "AMINA AL HAQ")]
    [InlineData("  O'Neill--Øst ", "ONEILL OST")]
    [InlineData("Łuka ßen Æro", "LUKA SSEN AERO")]
    [InlineData("Нина Й", "НИНА И")]
    [InlineData("李 明", "李 明")]
    [InlineData("...", "")]
    public void Names_are_compared_without_case_accents_and_punctuation(string name, string key) => Assert.Equal(key, NameKey.Of(name));

    private static void Compare(RosterIndex index, List<Profile> people, SearchQuery query, Classification clearance, DateOnly today)
    {
        var expected = Oracle.Find(people, query, clearance, today);
        using var found = Finder.FindByFit(index, query, clearance, today);
        Assert.Equal(expected.Count, found.All.Count());

        var facets = FacetCounts.Of(index, found.All);
        var counted = Oracle.Facets(expected);
        Assert.Equal(counted["languages"], facets.Languages);
        Assert.Equal(counted["expertise"], facets.Expertise);
        Assert.Equal(counted["regions"], facets.Regions);
        Assert.Equal(counted["genders"], facets.Genders);
        Assert.Equal(counted["seniorityLevels"], facets.SeniorityLevels);
        Assert.Equal(counted["functions"], facets.Functions);

        Assert.Equal(expected.Select(p => p.Id), Paged(index, found, expected.Count).Select(e => e.Id));
        Assert.All(found.Steps, step => Assert.All(step.People.Slots(), slot => Assert.Equal(step.Fit, WorstOf(query, index[slot]))));
        Assert.All(expected.Take(5), p => Assert.Equal(Oracle.Flags(p, query), ConflictFlag.Of(query, new RosterEntry(p)).Select(f => $"{f.Ground} {f.Country} {f.Interest}").Order(StringComparer.Ordinal)));
        Assert.All(expected.Take(5), p => AssertReasons(query, MatchReason.Of(query, new RosterEntry(p), Some.Atlas)));
    }

    private static List<RosterEntry> Paged(RosterIndex index, NameFits found, int total)
    {
        var all = new List<(NameFit Fit, RosterEntry Entry)>();
        var size = Math.Max(3, total / 4);
        for (var page = FoundPage.Of(index, found, null, size); page.Count > 0; page = FoundPage.Of(index, found, (all[^1].Fit, all[^1].Entry.NameKey, all[^1].Entry.Id.Value), size))
        {
            all.AddRange(page.Select(hit => (hit.Fit, index[hit.Slot])));
        }

        return all.ConvertAll(hit => hit.Entry);
    }

    private static NameFit WorstOf(SearchQuery query, RosterEntry entry) => query.Words.Length == 0 ? NameFit.SameSpelling : WordFit.Of(query.Typed, entry.DisplayName).Max(f => f.Fit);

    private static void AssertReasons(SearchQuery query, List<MatchReason> reasons)
    {
        Assert.Equal(query.Languages.Length, reasons.Count(r => r.Wish == "languages"));
        Assert.Equal(query.Expertise.Length, reasons.Count(r => r.Wish == "expertise"));
        Assert.Equal(query.Regions.Length > 0, reasons.Exists(r => r is { Wish: "regions", Through: not null }));
        Assert.Equal(query.Countries.Length > 0, reasons.Exists(r => r.Wish == "countries"));
        Assert.Equal(query.Functions.Length, reasons.Count(r => r.Wish == "functions"));
        Assert.Equal(query.TrainedIn.Length, reasons.Count(r => r.Wish == "trainedIn"));
        Assert.Equal(query.MaximumNoticeDays is not null, reasons.Exists(r => r.Wish == "maximumNoticeDays"));
        Assert.Equal(query.Availability is not null, reasons.Exists(r => r is { Wish: "availability", Through: not null }));
    }

    private static string Names(RosterIndex index, SearchQuery query, Classification clearance)
    {
        using var found = Finder.FindByFit(index, query, clearance, Some.Day);
        return string.Join('|', FoundPage.Of(index, found, null, 1000).Select(hit => $"{index[hit.Slot].DisplayName} {index[hit.Slot].Version}"));
    }
}
