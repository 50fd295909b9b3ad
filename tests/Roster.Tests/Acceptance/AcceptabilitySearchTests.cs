using System.Net;
using Concord.Roster.Acceptance;
using Concord.Roster.Mediators;
using Concord.Roster.Search;
using Concord.Roster.Tests.SavedSearches;
using Concord.Support;
using static Concord.Roster.Tests.Acceptance.AcceptanceClient;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Acceptance;

/// <summary>People are found by how the parties of a process take them (R27).</summary>
public sealed class AcceptabilitySearchTests : IAsyncLifetime
{
    private static readonly string[] s_parties = ["Front", " front", "FRÓNT ", "Army", "army", "Elders"];
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await SavedSearchFixture.StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Theory, Rule("R27")]
    [InlineData(31, 80)]
    [InlineData(32, 700)]
    public void It_finds_and_counts_whom_a_look_at_each_person_finds(int seed, int size)
    {
        var random = new RandomRoster(seed);
        var people = Enumerable.Range(0, size).Select(_ => random.Profile()).ToList();
        var writer = new RosterIndexWriter(Some.Atlas);
        people.ForEach(p => writer.Put(new RosterEntry(p)));
        var index = writer.Build();
        var said = Enumerable.Range(0, size).Select(i => new SaidOfPerson(
            PersonAcceptanceId.New(), random.Below(20) == 0 ? ProfileId.New() : people[random.Below(size)].Id, null, s_parties[random.Below(s_parties.Length)], (PartyWord)(1 + random.Below(3)),
            Some.Day.AddDays(-random.Below(4)), Some.Now.AddMinutes(i))).ToList();
        for (var round = 0; round < SearchCases.Of(200, seeds: 2); round++)
        {
            var wanted = round % 2 == 0 ? AcceptabilityWanted.NoObjection : AcceptabilityWanted.Accepted;
            var (query, clearance, today) = (round < 2 ? SearchQuery.Everybody : random.Query(), random.Clearance(), random.Today());
            var expected = Oracle.Find(people, query, clearance, today).Where(p => Meets(said.Where(s => s.Profile == p.Id), wanted)).ToList();
            using var found = Finder.FindByFit(index, query, clearance, today, null, new TakenPeople(said, wanted));
            Assert.Equal(expected.Select(p => p.Id), FoundPage.Of(index, found, null, size + 1).Select(hit => index[hit.Slot].Id));
            var (facets, counted) = (FacetCounts.Of(index, found.All), Oracle.Facets(expected));
            Assert.Equal(counted["languages"], facets.Languages);
            Assert.Equal(counted["genders"], facets.Genders);
            Assert.Equal(counted["regions"], facets.Regions);
            Assert.Equal(counted["functions"], facets.Functions);
        }
    }

    [Fact, Rule("R20"), Rule("R27")]
    public void What_was_said_under_a_record_that_is_merged_was_said_of_the_person()
    {
        var (kept, other, said) = (ProfileId.New(), ProfileId.New(), new PersonAcceptanceId(Guid.NewGuid()));
        var taken = new TakenPeople([new(said, other, kept, "Front", PartyWord.Objects, Some.Day, Some.Now), new(said, kept, null, "Army", PartyWord.Accepts, Some.Day, Some.Now)], AcceptabilityWanted.NoObjection);
        Assert.Equal(new HashSet<ProfileId> { kept, other }, taken.LeftOut.ToHashSet());
        Assert.Equal(["Army", "Front"], taken.Of(kept).Select(t => t.Party));
        var changed = new TakenPeople([new(said, other, kept, "Front", PartyWord.Objects, Some.Day, Some.Now), new(said, kept, null, "front", PartyWord.Accepts, Some.Day.AddDays(1), Some.Now)], AcceptabilityWanted.Accepted);
        Assert.Equal(new HashSet<ProfileId> { kept, other }, changed.Kept!.ToHashSet());
    }

    [Fact, Rule("R20"), Rule("R27")]
    public async Task Merged_a_person_is_left_out_by_what_was_said_under_the_other_record_and_found_again_once_that_is_undone()
    {
        var (kept, other) = (await _service.ActiveAsync(Body("Ama Mensah")), await _service.ActiveAsync(Body("Ama Mensa")));
        var objection = await _service.RecordAsync(other, Said("OBJECTS"));
        Assert.Equal(["Ama Mensah"], (await _service.SearchAsync(Desk, Wish())).NamesIn());
        string NameOf(string path) => path["/api/v1/".Length..];
        var merged = (await _service.As(Desk).PostAsync("/api/v1/duplicates", new { first = NameOf(kept), second = NameOf(other), kept = NameOf(kept), reason = "One passport." })).Is(HttpStatusCode.Created);
        Assert.Empty((await _service.SearchAsync(Desk, Wish())).NamesIn());
        Assert.Equal(NameOf(objection), (string)Assert.Single(await _service.As(Desk).ReadAllAsync($"{kept}/acceptances"))["name"]!);
        (await _service.As(Desk).PostAsync($"{merged.Location}:undo", new { reason = "Two sisters." })).Is(HttpStatusCode.OK);
        Assert.Equal(["Ama Mensah"], (await _service.SearchAsync(Desk, Wish())).NamesIn());
        Assert.Empty(await _service.As(Desk).ReadAllAsync($"{kept}/acceptances"));
    }

    [Fact, Rule("R27")]
    public async Task Whoever_a_party_objects_to_is_left_out_at_once_and_each_hit_tells_how_the_parties_take_the_person()
    {
        var paths = new Dictionary<string, string>();
        foreach (var name in (string[])["Ama Accepted", "Ama Both", "Ama Silent", "Ama Unasked"])
        {
            paths[name] = await _service.ActiveAsync(Body(name, countries: ["KEN"]));
        }

        await _service.RecordAsync(paths["Ama Accepted"]);
        await _service.RecordAsync(paths["Ama Both"]);
        var objection = await _service.RecordAsync(paths["Ama Both"], Said("OBJECTS", "The army"));
        await _service.RecordAsync(paths["Ama Silent"], Said("SILENT"));
        await _service.RecordAsync(paths["Ama Unasked"], Said("OBJECTS", process: KnownProcesses.Confidential));

        var open = await _service.SearchAsync(Mediator, Wish());
        Assert.Equal(["Ama Accepted", "Ama Silent", "Ama Unasked"], open.NamesIn());
        Assert.Equal((3, """[{"value":"WOMAN","count":3}]"""), (open["total"].GetValue<int>(), open["facets.genders"].ToJsonString()));
        Assert.Equal("""[{"party":"The front","position":"ACCEPTS","on":"2026-02-14"}]""", open["items.0.acceptances"].ToJsonString());
        Assert.Equal(("acceptability", "NO_OBJECTION", "[]"), (open.TextOf("items.0.reasons.0.wish"), open.TextOf("items.0.reasons.0.value"), open["items.2.acceptances"].ToJsonString()));
        Assert.Equal(["Ama Accepted"], (await _service.SearchAsync(Authority, Wish("ACCEPTED"))).NamesIn());
        Assert.Equal("[]", (await _service.SearchAsync(Desk, new { text = "accepted" }))["items.0.acceptances"].ToJsonString());

        (await _service.As(Desk).PostAsync($"{objection}:withdraw", new { reason = "It was another army." })).Is(HttpStatusCode.OK);
        Assert.Equal(["Ama Accepted", "Ama Both"], (await _service.SearchAsync(Desk, Wish("ACCEPTED"))).NamesIn());
        await _service.RecordAsync(paths["Ama Accepted"], Said("OBJECTS", "the FRONT", "2026-02-15"));
        Assert.Equal(["Ama Both"], (await _service.SearchAsync(Desk, Wish("ACCEPTED"))).NamesIn());
        var table = await _service.As(Desk).GetStringAsync(new Uri($"/api/v1/profiles:export?search={Uri.EscapeDataString($$$"""{"acceptability":{"process":"{{{KnownProcesses.Led}}}","wanted":"ACCEPTED"}}""")}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("Ama Both", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Ama Accepted", table, StringComparison.Ordinal);
    }

    [Fact, Rule("R27"), Rule("R137")]
    public async Task Whoever_does_not_read_what_parties_of_the_process_say_is_refused_the_wish_as_if_there_were_no_such_process()
    {
        await _service.RecordAsync(await _service.ActiveAsync(Body("Ama Taken", "UNCLASSIFIED")), Said("OBJECTS"));
        var unknown = await _service.As(Rival).PostAsync("/api/v1/profiles:search", Wish(process: $"processes/{Guid.NewGuid()}"), key: "");
        WrongIn(["acceptability.process"], unknown);
        foreach (var caller in (TestCaller[])[Rival, HeadOfMission, Officer, Uncleared])
        {
            var refused = await _service.As(caller).PostAsync("/api/v1/profiles:search", Wish(), key: "");
            WrongIn(["acceptability.process"], refused);
            Assert.Equal(unknown["errors"].ToJsonString(), refused["errors"].ToJsonString());
        }

        WrongIn(["acceptability.process"], await _service.As(Cleared).PostAsync("/api/v1/profiles:search", Wish(process: KnownProcesses.Named), key: ""));
        WrongIn(["acceptability.process"], await _service.As(Desk).PostAsync("/api/v1/profiles:search", Wish(process: "x"), key: ""));
        WrongIn(["acceptability.process"], await _service.As(Desk).PostAsync("/api/v1/profiles:search", new { acceptability = new { } }, key: ""));
        WrongIn(["acceptability.wanted"], await _service.As(Desk).PostAsync("/api/v1/profiles:search", Wish("LOVED"), key: ""));
        WrongIn(["acceptability.process"], await _service.As(Officer).ReadAsync($"/api/v1/profiles:export?search={Uri.EscapeDataString($$$"""{"acceptability":{"process":"{{{KnownProcesses.Led}}}"}}""")}"));
        Assert.Equal(["Ama Taken"], (await _service.SearchAsync(Rival, new { })).NamesIn());
    }

    [Fact, Rule("R27")]
    public async Task A_page_token_is_good_for_its_wish_only()
    {
        foreach (var name in (string[])["Ama One", "Ama Two", "Ama Three"])
        {
            await _service.RecordAsync(await _service.ActiveAsync(Body(name)));
        }

        object Page(string wanted, string? pageToken) => new { acceptability = new { process = KnownProcesses.Led, wanted }, pageSize = 2, pageToken };
        var first = await _service.SearchAsync(Desk, Page("ACCEPTED", null));
        var token = first.TextOf("nextPageToken");
        Assert.Equal(["Ama One", "Ama Three", "Ama Two"], [.. first.NamesIn(), .. (await _service.SearchAsync(Desk, Page("ACCEPTED", token))).NamesIn()]);
        WrongIn(["pageToken"], await _service.As(Desk).PostAsync("/api/v1/profiles:search", Page("NO_OBJECTION", token), key: ""));
        WrongIn(["pageToken"], await _service.As(Desk).PostAsync("/api/v1/profiles:search", new { pageSize = 2, pageToken = token }, key: ""));
    }

    [Fact, Rule("R27")]
    public async Task A_saved_search_takes_the_wish_is_run_with_what_the_owner_reads_then_and_has_no_alert_with_it()
    {
        await _service.RecordAsync(await _service.ActiveAsync(Body("Ama Taken")), Said("OBJECTS"));
        await _service.ActiveAsync(Body("Ama Free"));
        WrongIn(["alert"], await _service.As(Desk).PostAsync("/api/v1/savedSearches", new { displayName = "x", search = Wish(), alert = true }));
        WrongIn(["search.acceptability.process"], await _service.As(Desk).PostAsync("/api/v1/savedSearches", new { displayName = "x", search = Wish(process: "x") }));
        var path = await _service.SaveAsync(Wish(), alert: false, owner: Mediator);
        Assert.Equal(["Ama Free"], (await _service.As(Mediator).PostAsync($"{path}:run", new { }, key: "")).Is(HttpStatusCode.OK).NamesIn());
        WrongIn(["alert"], await _service.As(Mediator).PatchAsync(path, new { alert = true }, "*"));
        var moved = Mediator with { Organization = Rival.Organization };
        WrongIn(["acceptability.process"], await _service.As(moved).PostAsync($"{path}:run", new { }, key: ""));
        var watched = await _service.SaveAsync(new { text = "ama" }, owner: Mediator);
        WrongIn(["alert"], await _service.As(Mediator).PatchAsync(watched, new { search = Wish() }, "*"));
        await _service.LookAsync();
    }

    // As the rule says it, one person at a time.
    private static bool Meets(IEnumerable<SaidOfPerson> said, AcceptabilityWanted wanted)
    {
        var last = new Dictionary<string, SaidOfPerson>();
        foreach (var one in said.OrderBy(s => s.On).ThenBy(s => s.CreateTime))
        {
            last[one.Party.Trim().ToLowerInvariant().Replace('ó', 'o')] = one;
        }

        return last.Values.All(s => s.Position != PartyWord.Objects) && (wanted == AcceptabilityWanted.NoObjection || last.Values.Any(s => s.Position == PartyWord.Accepts));
    }
}
