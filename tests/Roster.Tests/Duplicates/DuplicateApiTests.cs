using System.Net;
using Concord.Roster.Tests.SharingAgreements;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.SharingAgreements.SharingClient;

namespace Concord.Roster.Tests.Duplicates;

/// <summary>Who learns of two records that may be of one person, and who decides (R20).</summary>
public sealed class DuplicateApiTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R20")]
    public async Task Likely_records_are_told_to_who_sees_both_and_of_the_others_nothing_tells_that_there_is_one()
    {
        var own = Name(await _service.ActiveAsync(Body("Mohammed Ali", owner: Third)));
        var other = Name(await _service.ActiveAsync(Body("محمد علي", owner: Union)));
        Assert.Empty(await SuggestedAsync(Reader));
        (await SayAsync(Reader, own, other, null)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await SayAsync(Reader, own, $"profiles/{Guid.NewGuid()}", null)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var agreement = await _service.AgreedAsync(Terms([]));
        Assert.Equal([(own, other)], await SuggestedAsync(Reader));
        Assert.Empty(await SuggestedAsync(Officer)); // whose own record it is, but to whom nobody shows the other
        (await _service.As(Officer).PostAsync($"{agreement}:withdraw", new { reason = "x" })).Is(HttpStatusCode.OK);
        Assert.Empty(await SuggestedAsync(Reader));
    }

    [Fact, Rule("R20"), Rule("R26")]
    public async Task A_draft_that_says_little_is_likely_who_is_there_already_whatever_the_other_s_state_and_only_for_who_keeps_both()
    {
        var active = Name(await _service.ActiveAsync(Body("Ama Mensah", owner: Union)));
        var draft = Name(await _service.DraftAsync(Body("Ama Mensah", owner: Union, nationalities: [], languages: [])));
        var again = Name(await _service.DraftAsync(Body("Ama Mensah", owner: Union, nationalities: [], languages: [])));
        await _service.DraftAsync(Body("Ama Mensah", "STRICTLY_CONFIDENTIAL", owner: Union));
        await _service.DraftAsync(Body("Ama Mensah", owner: Some.Owner));
        await _service.DraftAsync(Body("Ama Mensah", owner: Union, gender: "MAN"));
        (string, string)[] pairs = [(active, draft), (active, again), (draft, again)];
        Assert.Equal(pairs, Sorted(await SuggestedAsync(Officer)));
        Assert.Equal(pairs, Sorted(await SuggestedAsync(Officer, "?state=DRAFT")));
        Assert.Empty(await SuggestedAsync(Officer, "?state=SUSPENDED"));
        Assert.Equal([(again, active), (again, draft)], (await SuggestedAsync(Officer, $"?profile={again}")).Order());
        Assert.Equal([(active, draft), (active, again)], (await SuggestedAsync(Officer, $"?profile={active}")).Order());

        var told = (await _service.As(Officer).ReadAsync($"/api/v1/duplicateSuggestions?profile={draft}"))["items"].AsArray().Single(i => (string?)i!["second"]!["name"] == active)!;
        Assert.Equal(("DRAFT", "ACTIVE"), ((string?)told["first"]!["state"], (string?)told["second"]!["state"]));
        (await SayAsync(Officer, draft, active, draft)).IsProblem(HttpStatusCode.Conflict, "MERGE_UNLIKE");
        (await SayAsync(Officer, draft, active, active)).Is(HttpStatusCode.Created);
        (await _service.As(Desk).PostAsync($"/api/v1/{again}:retire", new { reason = "Entered twice." })).Is(HttpStatusCode.OK);
        Assert.Empty(await SuggestedAsync(Officer));
    }

    [Fact, Rule("R20")]
    public async Task A_page_reads_on_past_those_of_whom_nobody_is_likely_another_record()
    {
        string[] alone = ["Okello", "Wanjiru", "Petrov", "Silva", "Haddad", "Nakamura", "Bergström", "Dubois", "Kowalski", "Mbeki", "Rahman", "Thapa", "Jovanovic", "Fernandez", "Gunawardena", "Lindqvist", "Ouedraogo", "Chukwu", "Zeleke", "Papadakis", "Huang", "Yilmaz"];
        foreach (var name in alone)
        {
            await _service.DraftAsync(Body(name, owner: Union));
        }

        var (one, other) = (Name(await _service.ActiveAsync(Body("Ama Mensah", owner: Union))), Name(await _service.ActiveAsync(Body("Ama Mensa", owner: Union))));
        Assert.Equal(Sorted([(one, other)]), Sorted(await SuggestedAsync(Officer, "?pageSize=1")));
        Assert.Single(await _service.As(Officer).ReadAllAsync("/api/v1/duplicateSuggestions?pageSize=1"));
    }

    [Fact, Rule("R20")]
    public async Task Two_who_are_not_the_same_are_proposed_no_more_until_that_is_taken_back()
    {
        var (one, other) = (Name(await _service.ActiveAsync(Body("Ama Mensah"))), Name(await _service.ActiveAsync(Body("Ama Mensa"))));
        Assert.Single(await SuggestedAsync(Desk));
        WrongIn(["reason"], await _service.As(Desk).PostAsync("/api/v1/duplicates", new { first = one, second = other }));
        WrongIn(["kept"], await _service.As(Desk).PostAsync("/api/v1/duplicates", new { first = one, second = other, kept = $"profiles/{Guid.NewGuid()}", reason = "x" }));
        WrongIn(["second"], await _service.As(Desk).PostAsync("/api/v1/duplicates", new { first = one, second = one, reason = "x" }));
        var said = (await SayAsync(Desk, one, other, null)).Is(HttpStatusCode.Created);
        Assert.Equal("NOT_THE_SAME", said.TextOf("state"));
        Assert.Empty(await SuggestedAsync(Desk));
        (await SayAsync(Desk, other, one, one)).IsProblem(HttpStatusCode.Conflict, "DUPLICATE_DECIDED");
        (await _service.As(Desk).PostAsync($"{said.Location}:undo", new { reason = "They are, after all." }, ifMatch: said.ETag)).Is(HttpStatusCode.OK);
        Assert.Single(await SuggestedAsync(Desk));
        var undone = (await _service.As(Desk).ReadAsync(said.Location!.ToString())).Is(HttpStatusCode.OK);
        Assert.Equal(("They are, after all.", "NOT_THE_SAME", "Both were born in the same town.", Desk.Subject), (undone.TextOf("reason"), undone.TextOf("before.state"), undone.TextOf("before.reason"), undone.TextOf("before.saidBy.name")));
        Assert.Single((await _service.As(Desk).ReadAsync($"/api/v1/duplicates?state=UNDONE&profile={one}")).Is(HttpStatusCode.OK)["items"].AsArray());
    }

    [Fact, Rule("R20"), Rule("R27")]
    public async Task Merged_by_both_organizations_one_is_found_and_undone_by_either_both_are_there_as_before()
    {
        var (ownPath, otherPath) = (await _service.ActiveAsync(Body("Ama Mensah", owner: Third)), await _service.ActiveAsync(Body("Ama Mensa", owner: Union)));
        var (own, other) = (Name(ownPath), Name(otherPath));
        await _service.AgreedAsync(Terms());
        var said = (await SayAsync(Reader, own, other, other)).Is(HttpStatusCode.Created);
        var path = said.Location!.ToString();
        Assert.Equal("PROPOSED", said.TextOf("state"));
        (await _service.As(Reader).PostAsync($"{path}:agree", Nothing)).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_OWNER");
        (await _service.As(Officer).PostAsync($"{path}:agree", Nothing)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"); // to whom nobody shows the other record
        var before = (Own: await ReadAsync(ownPath), Other: await ReadAsync(otherPath), Found: await FoundAsync(Desk), Theirs: await FoundAsync(Officer));
        var merged = (await _service.As(SecondDesk).PostAsync($"{path}:agree", Nothing)).Is(HttpStatusCode.OK);
        Assert.Equal("MERGED", merged.TextOf("state"));
        Assert.Equal(["Ama Mensa"], await FoundAsync(Desk));
        Assert.Equal(["Ama Mensa"], await FoundAsync(Reader));
        Assert.True((await _service.As(Reader).ReadAsync(ownPath)).Is(HttpStatusCode.OK)["merged"].GetValue<bool>());
        (await _service.As(Reader).PatchAsync(ownPath, new { displayName = "Ama Else" }, "*")).IsProblem(HttpStatusCode.Conflict, "PROFILE_MERGED");
        (await _service.As(Officer).PatchAsync(otherPath, new { countries = (string[])["KEN"] }, "*")).Is(HttpStatusCode.OK);
        (await _service.As(Reader).PostAsync($"{path}:undo", new { reason = "Two sisters." })).Is(HttpStatusCode.OK);
        Assert.Equal(before.Own, await ReadAsync(ownPath));
        Assert.NotEqual(before.Other, await ReadAsync(otherPath)); // what was changed in between stays
        Assert.Equal((string[])["KEN"], (await _service.As(Desk).ReadAsync(otherPath))["countries"].AsArray().Select(c => c!.GetValue<string>()));
        Assert.Equal(before.Found, await FoundAsync(Desk));
        Assert.Equal(before.Theirs, await FoundAsync(Officer));
        (await _service.As(Reader).PostAsync($"{path}:undo", new { reason = "x" })).IsProblem(HttpStatusCode.Conflict, "DUPLICATE_WRONG_STATE");
    }

    [Fact, Rule("R20")]
    public async Task An_organization_undoes_the_merge_of_its_own_record_also_where_the_other_is_shown_to_it_no_more()
    {
        var (ownPath, otherPath) = (await _service.ActiveAsync(Body("Ama Mensah", owner: Third)), await _service.ActiveAsync(Body("Ama Mensa", owner: Union)));
        var agreement = await _service.AgreedAsync(Terms());
        var path = (await SayAsync(Desk, Name(ownPath), Name(otherPath), Name(otherPath))).Is(HttpStatusCode.Created);
        Assert.Equal("MERGED", path.TextOf("state"));
        (await _service.As(Officer).PostAsync($"{agreement}:withdraw", new { reason = "x" })).Is(HttpStatusCode.OK);
        Assert.Equal(["Ama Mensah"], await FoundAsync(Reader)); // who may not see the kept one finds the other, as before
        var masked = (await _service.As(Reader).ReadAsync(path.Location!.ToString())).Is(HttpStatusCode.OK);
        Assert.Contains(Name(ownPath), masked.Text, StringComparison.Ordinal);
        Assert.All((string[])[Name(otherPath), "same town", Desk.Subject], hidden => Assert.DoesNotContain(hidden, masked.Text, StringComparison.Ordinal));
        Assert.Equal(masked["state"].ToString(), Assert.Single((await _service.As(Reader).ReadAllAsync("/api/v1/duplicates")))["state"]!.ToString());
        (await _service.As(Reader).PostAsync($"{path.Location}:undo", new { reason = "x" })).Is(HttpStatusCode.OK);
        (await _service.As(Reader).ReadAsync(path.Location!.ToString())).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Reader).PatchAsync(ownPath, new { displayName = "Ama Own" }, "*")).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R20"), Rule("R26")]
    public async Task Nothing_is_merged_into_what_fewer_people_find_or_into_another_classification()
    {
        var (active, draft) = (Name(await _service.ActiveAsync(Body("Ama Mensah"))), Name(await _service.DraftAsync(Body("Ama Mensa"))));
        (await SayAsync(Desk, active, draft, draft)).IsProblem(HttpStatusCode.Conflict, "MERGE_UNLIKE");
        Assert.Equal(["Ama Mensah"], await FoundAsync(Desk));
        var strict = Name(await _service.ActiveAsync(Body("Ama Mensaa", "STRICTLY_CONFIDENTIAL")));
        (await SayAsync(Cleared, active, strict, active)).IsProblem(HttpStatusCode.Conflict, "MERGE_UNLIKE"); // whoever keeps the other would learn of it
        (await SayAsync(Cleared, active, strict, strict)).IsProblem(HttpStatusCode.Conflict, "MERGE_UNLIKE");
        (await SayAsync(Desk, active, draft, active)).Is(HttpStatusCode.Created);
    }

    [Fact, Rule("R20")]
    public async Task What_one_proposes_another_refuses_and_records_are_not_merged_in_a_chain()
    {
        string[] names = [.. await Task.WhenAll(((string[])["Ama Mensah", "Ama Mensa", "Ama Mensaa"]).Select(n => _service.ActiveAsync(Body(n))))];
        string[] people = [.. names.Select(Name)];
        (await SayAsync(Desk, people[0], people[1], people[1])).Is(HttpStatusCode.Created);
        (await SayAsync(Desk, people[1], people[2], people[2])).IsProblem(HttpStatusCode.Conflict, "PROFILE_MERGED");
        (await SayAsync(Desk, people[0], people[2], people[0])).IsProblem(HttpStatusCode.Conflict, "PROFILE_MERGED");
        (await SayAsync(Desk, people[1], people[2], people[1])).Is(HttpStatusCode.Created);
        Assert.Equal(["Ama Mensa"], await FoundAsync(Desk));

        var (own, theirs) = (Name(await _service.ActiveAsync(Body("Efua Boateng", owner: Third))), Name(await _service.ActiveAsync(Body("Efua Boaten", owner: Union))));
        await _service.AgreedAsync(Terms());
        var proposed = (await SayAsync(Reader, own, theirs, own)).Is(HttpStatusCode.Created);
        Assert.Equal("NOT_THE_SAME", (await _service.As(Desk).PostAsync($"{proposed.Location}:refuse", new { reason = "Born elsewhere." })).Is(HttpStatusCode.OK).TextOf("state"));
        (await _service.As(Desk).PostAsync($"{proposed.Location}:refuse", new { reason = "x" })).IsProblem(HttpStatusCode.Conflict, "DUPLICATE_WRONG_STATE");
        (await _service.As(Officer).ReadAsync(proposed.Location!.ToString())).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(HeadOfMission).ReadAsync("/api/v1/duplicates")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    private static string Name(string path) => path["/api/v1/".Length..];

    private Task<ApiAnswer> SayAsync(TestCaller caller, string one, string other, string? kept) =>
        _service.As(caller).PostAsync("/api/v1/duplicates", new { first = one, second = other, kept, reason = "Both were born in the same town." });

    // Whichever of the two is told first.
    private static (string, string)[] Sorted((string One, string Other)[] pairs) => [.. pairs.Select(p => string.CompareOrdinal(p.One, p.Other) < 0 ? p : (p.Other, p.One)).Order()];

    private async Task<(string, string)[]> SuggestedAsync(TestCaller caller, string query = "") =>
        [.. (await _service.As(caller).ReadAsync($"/api/v1/duplicateSuggestions{query}")).Is(HttpStatusCode.OK)["items"].AsArray().Select(i => (i!["first"]!["name"]!.GetValue<string>(), i["second"]!["name"]!.GetValue<string>()))];

    private async Task<string[]> FoundAsync(TestCaller caller) => (await _service.SearchAsync(caller, new { text = "Ama" })).NamesIn();

    // All but what tells that it was changed.
    private async Task<string> ReadAsync(string path)
    {
        var read = (await _service.As(Desk).ReadAsync(path)).Is(HttpStatusCode.OK);
        foreach (var member in (string[])["updateTime", "etag"])
        {
            read.Body!.AsObject().Remove(member);
        }

        return read.Body!.ToJsonString();
    }
}
