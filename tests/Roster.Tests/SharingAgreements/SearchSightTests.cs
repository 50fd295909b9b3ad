using Concord.Contracts.Access;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Mediators;
using Concord.Roster.Search;
using Concord.Roster.SharingAgreements;
using Concord.Support;

namespace Concord.Roster.Tests.SharingAgreements;

/// <summary>What a search tells an officer of another organization, compared with a look at everybody, one person at a time.</summary>
public sealed class SearchSightTests
{
    [Theory, Rule("R20"), Rule("R27")]
    [InlineData(1, 90)]
    [InlineData(2, 500)]
    public void A_search_finds_counts_and_shows_what_is_shared_and_nothing_that_depends_on_what_is_withheld(int seed, int size)
    {
        var (random, sharing, writer) = (new RandomRoster(seed), new RandomSharing(seed), new RosterIndexWriter(Some.Atlas));
        var people = Enumerable.Range(0, size).Select(_ => sharing.Person(random)).ToList();
        people.ForEach(p => writer.Put(new RosterEntry(p)));
        var index = writer.Build();
        var (found, partly) = (0, 0);
        for (var round = 0; round < SearchCases.Of(1500, seeds: 2); round++)
        {
            if (round % 10 == 9)
            {
                var person = people[random.Below(size)];
                random.Change(person);
                writer.Put(new RosterEntry(person));
                index = writer.Build();
            }

            var today = random.Today();
            var (reader, query) = (sharing.Reader(people, today), round % 5 == 0 ? SearchQuery.Everybody : random.Query());
            var expected = Oracle.Find(people.Where(p => Finds(reader, p, query, today)), query, reader.Clearance, today);
            using var sight = SightOf(index, reader, today);
            using var all = Finder.FindByFit(index, query, reader.Clearance, today, sight);
            Assert.Equal(expected.Select(p => p.Id), FoundPage.Of(index, all, null, size + 1).Select(hit => index[hit.Slot].Id));
            var (counted, facets) = (Facets(reader, expected), FacetCounts.Of(index, all.All, sight));
            Assert.Equal(counted["languages"], facets.Languages);
            Assert.Equal(counted["expertise"], facets.Expertise);
            Assert.Equal(counted["functions"], facets.Functions);
            Assert.Equal(counted["regions"], facets.Regions);
            Assert.Equal(counted["genders"], facets.Genders);
            Assert.Equal(counted["seniorityLevels"], facets.SeniorityLevels);
            foreach (var (slot, p) in FoundPage.Of(index, all, null, size + 1).Select(hit => hit.Slot).Zip(expected))
            {
                AssertShown(reader, p, sight.Show(index, slot), query);
                partly += Shown(reader, p).Length < 5 ? 1 : 0;
                found++;
            }
        }

        Assert.True(found > 2000 && partly > 200, $"{found} found, {partly} of them only in part"); // it has been tried
    }

    [Fact, Rule("R20")]
    public void What_is_withheld_of_somebody_changes_no_answer_whatever_it_is()
    {
        var (random, sharing) = (new RandomRoster(7), new RandomSharing(7));
        var people = Enumerable.Range(0, 80).Select(_ => sharing.Person(random)).ToList();
        var tried = 0;
        for (var round = 0; round < 4000; round++)
        {
            var today = random.Today();
            var (reader, query, one) = (sharing.Reader(people, today), random.Query(), people[random.Below(people.Count)]);
            if (one.State != ProfileState.Active || !SharingCovers(reader, one) || Shown(reader, one).Contains(SharedFields.Trainings))
            {
                continue;
            }

            var before = Told(people, reader, query, today);
            one.Edit(one.Editable with { Trainings = one.Trainings.Count > 0 ? [] : [new Training(TrainingSubject.Gender, null, "A course", Some.Day)] }, Some.Atlas, Some.Now);
            Assert.Equal(before, Told(people, reader, query, today));
            tried++;
        }

        Assert.True(tried > 25, $"{tried} tried");
    }

    private static string Told(List<Profile> people, Caller reader, SearchQuery query, DateOnly today)
    {
        var writer = new RosterIndexWriter(Some.Atlas);
        people.ForEach(p => writer.Put(new RosterEntry(p)));
        var index = writer.Build();
        using var sight = SightOf(index, reader, today);
        using var all = Finder.FindByFit(index, query, reader.Clearance, today, sight);
        var hits = FoundPage.Of(index, all, null, 1000).Select(hit => SearchHit.Of(sight.Show(index, hit.Slot), hit.Fit, query, Some.Atlas, [], new DateOnly(2027, 3, 1), reader));
        return System.Text.Json.JsonSerializer.Serialize(new SearchAnswer([.. hits], all.All.Count(), FacetCounts.Of(index, all.All, sight), null));
    }

    private static SearchSight SightOf(RosterIndex index, Caller reader, DateOnly today) => new(
        index, reader.ClearedLabels(), reader.Organization, index.SlotsOf(reader.SharedWith<ProfileId>()), [.. reader.AgreedSights().Select(s => (s, index.SlotsOf(s.Named)))], today);

    // As the rules say it, one person at a time.
    private static bool Finds(Caller reader, Profile p, SearchQuery q, DateOnly today)
    {
        var shown = Shown(reader, p);
        return (Whole(reader, p) || SharingCovers(reader, p))
            && (q.Languages.Length + q.Expertise.Length + q.Functions.Length == 0 || shown.Contains(SharedFields.Skills))
            && (q.Regions.Length + q.Countries.Length == 0 || shown.Contains(SharedFields.Experience))
            && ((q.Availability is null && q.MaximumNoticeDays is null) || shown.Contains(SharedFields.Availability))
            && (q.TrainedIn.Length == 0 || shown.Contains(SharedFields.Trainings))
            && ((q.ExcludedNationalities.Length == 0 && !q.ExcludeConflicted) || shown.Contains(SharedFields.Nationalities))
            && (!q.ExcludeConflicted || !q.FlaggedCountries.Any() || p.Owner == reader.Organization);
    }

    private static bool Whole(Caller reader, Profile p) => p.Classification == Classification.Unclassified
        || (p.Classification <= reader.Clearance && (p.Owner == reader.Organization || (p.Classification == Classification.Confidential && reader.Shared.Contains(p.Id.ToString()))));

    private static bool SharingCovers(Caller reader, Profile p) => reader.Clearance >= Classification.Confidential && reader.AgreedSights().Any(s => Covers(s, p));

    private static bool Covers(AgreedSight s, Profile p) => p is { State: ProfileState.Active, Classification: Classification.Confidential } && p.Owner == s.Owner
        && p.Consents.Any(c => c is { Scope: Consents.ConsentScope.Sharing, WithdrawTime: null } && (c.Until ?? DateOnly.MaxValue) >= s.Day)
        && (s.Levels.Length == 0 || s.Levels.Contains(p.SeniorityLevel))
        && (s.Expertise.Length == 0 || p.Expertise.Select(e => e.Area).Intersect(s.Expertise).Any())
        && (s.Languages.Length == 0 || p.Languages.Select(l => l.Code).Intersect(s.Languages).Any())
        && (s.Regions.Length == 0 || p.Regions.Concat(p.Countries).Any(place => place == s.Regions[0] || Some.Atlas.RegionsOver(place).Contains(s.Regions[0])))
        && (s.People.Length == 0 || s.People.Contains(p.Id.Value));

    private static SharedFields[] Shown(Caller reader, Profile p) => Whole(reader, p)
        ? Enum.GetValues<SharedFields>()
        : [.. Enum.GetValues<SharedFields>().Where(f => reader.AgreedSights().Any(s => Covers(s, p) && s.Fields.Contains(f)))];

    private static Dictionary<string, List<FacetCount>> Facets(Caller reader, List<Profile> found)
    {
        var (all, skills, experience) = (Oracle.Facets(found), Oracle.Facets(Showing(SharedFields.Skills)), Oracle.Facets(Showing(SharedFields.Experience)));
        (all["languages"], all["expertise"], all["functions"], all["regions"]) = (skills["languages"], skills["expertise"], skills["functions"], experience["regions"]);
        return all;

        List<Profile> Showing(SharedFields fields) => found.FindAll(p => Shown(reader, p).Contains(fields));
    }

    private static void AssertShown(Caller reader, Profile p, RosterEntry seen, SearchQuery query)
    {
        var shown = Shown(reader, p);
        var all = Enum.GetValues<SharedFields>();
        Assert.Equal(all.Except(shown), seen.Withheld);
        Assert.Equal(shown.Contains(SharedFields.Skills) ? p.Languages : [], seen.Languages);
        Assert.Equal(shown.Contains(SharedFields.Skills) ? p.Expertise : [], seen.Expertise);
        Assert.Equal(shown.Contains(SharedFields.Skills) ? p.Functions : [], seen.Functions);
        Assert.Equal(shown.Contains(SharedFields.Experience) ? p.Countries : [], seen.Countries);
        Assert.Equal(shown.Contains(SharedFields.Experience) ? p.Regions : [], seen.Regions);
        Assert.Equal(shown.Contains(SharedFields.Nationalities) ? p.Nationalities : [], seen.Nationalities);
        Assert.Equal(shown.Contains(SharedFields.Availability) ? p.Availability.Count : 0, seen.Windows.Count);
        Assert.Equal(shown.Contains(SharedFields.Availability) ? p.NoticeDays : null, seen.NoticeDays);
        Assert.Equal(shown.Contains(SharedFields.Trainings) ? p.Trainings.Select(t => t.Kind!.Value).Distinct() : [], seen.TrainedIn);
        Assert.Equal(p.Owner == reader.Organization && p.Interests.Any(i => i.Country is not null), seen.Interests.Length > 0);
        Assert.All(ConflictFlag.Of(query, seen), flag => Assert.True(flag.Ground == ConflictGround.Nationality ? shown.Contains(SharedFields.Nationalities) : p.Owner == reader.Organization));
    }
}
