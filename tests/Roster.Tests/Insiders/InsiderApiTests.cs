using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Roster.Persistence;
using Concord.Roster.Tests.Erasure;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.Insiders.InsiderClient;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Insiders;

/// <summary>Insider-reconcilers have a record of their own, for few, beside everything that the roster shows of people (R17).</summary>
public sealed class InsiderApiTests : IAsyncLifetime
{
    private static readonly TestCaller s_officer = Officer with { Clearance = Classification.StrictlyConfidential };
    private readonly Canaries _said = new();
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R17"), Rule("R156")]
    public async Task An_insider_is_recorded_strictly_confidential_without_any_training_and_may_side_with_somebody()
    {
        var recorded = (await _service.As(s_officer).PostAsync(Collection, Teacher(_said.Text()))).Is(HttpStatusCode.Created);
        Assert.False(_said.AreIn(recorded.Text), "the answer is kept for a retry");
        Assert.Equal(("STRICTLY_CONFIDENTIAL", "ACTIVE", Union), (recorded.TextOf("classification"), recorded.TextOf("state"), recorded.TextOf("organization")));
        var read = (await _service.As(s_officer).ReadAsync(recorded.Location!.ToString())).Is(HttpStatusCode.OK);
        Assert.All((string[])["displayName", "place", "community", "abilities", "partiality", "consent.evidence", "exposedToReprisals"], field => Assert.True(_said.AreIn(read.TextOf($"person.{field}")), field));
        Assert.Equal((s_officer.Subject, "TEACHER", "WOMAN", "fr", "ORAL"), (read.TextOf("introducedBy.name"), read.TextOf("kind"), read.TextOf("person.gender"), read.TextOf("person.languages.0.code"), read.TextOf("person.consent.form")));
        (await _service.As(Officer).PostAsync(Collection, Teacher())).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD"); // above the own clearance
    }

    [Fact, Rule("R17")]
    public async Task The_organization_that_introduced_the_person_and_mediation_support_see_it_each_cleared_for_it_and_nobody_else()
    {
        var (strict, path) = (await _service.IntroduceAsync(s_officer, Teacher()), await _service.IntroduceAsync(Officer, Teacher(classification: "CONFIDENTIAL")));
        foreach (var caller in (TestCaller[])[Cleared, s_officer, TestCaller.Person(Union, Roles.MediationSupport) with { Clearance = Classification.StrictlyConfidential }])
        {
            (await _service.As(caller).ReadAsync(strict)).Is(HttpStatusCode.OK);
            (await _service.As(caller).ReadAsync(path)).Is(HttpStatusCode.OK);
        }

        foreach (var caller in (TestCaller[])[Desk, Officer])
        {
            (await _service.As(caller).ReadAsync(strict)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            Assert.Equal([path], (await _service.As(caller).ReadAllAsync($"{Collection}?country=TCD&pageSize=1")).Select(i => $"/api/v1/{(string)i["name"]!}"));
        }

        foreach (var caller in (TestCaller[])[Uncleared, TestCaller.Person(Some.Owner, Roles.RegionalOfficer) with { Clearance = Classification.StrictlyConfidential }])
        {
            (await _service.As(caller).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            (await _service.As(caller).PatchAsync(path, new { place = "Bol" }, "*")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            Assert.Empty(await _service.As(caller).ReadAllAsync($"{Collection}?country=TCD"));
        }

        (await _service.As(HeadOfMission with { Clearance = Classification.StrictlyConfidential }).ReadAsync(path)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact, Rule("R17")]
    public async Task It_is_listed_by_one_country_without_who_it_is_and_found_nowhere_on_the_roster()
    {
        var path = await _service.IntroduceAsync(Officer, Teacher(_said.Text(), "CONFIDENTIAL"));
        await _service.IntroduceAsync(Officer, Teacher(_said.Text(), "CONFIDENTIAL", "MLI"));
        var list = (await _service.As(Desk).ReadAsync($"{Collection}?country=TCD")).Is(HttpStatusCode.OK);
        Assert.Equal(path, $"/api/v1/{(string)Assert.Single(list["items"].AsArray())!["name"]!}");
        Assert.False(_said.AreIn(list.Text), "who it is is read one by one");
        foreach (var query in (string[])["", "?country=", "?country=Chad", "?country=002"])
        {
            (await _service.As(Desk).ReadAsync($"{Collection}{query}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        }

        var found = await _service.SearchAsync(Cleared, new { });
        Assert.Equal((0, 0), (found["total"].GetValue<int>(), found["items"].AsArray().Count));
        Assert.Empty((await _service.As(Cleared).ReadAsync("/api/v1/profiles"))["items"].AsArray());
        (await _service.As(Desk).PostAsync($"{path}/shares", ShareSituation.Terms(Union))).IsProblem(HttpStatusCode.NotFound, "ROUTE_NOT_FOUND");
    }

    [Fact, Rule("R17")]
    public async Task Each_reading_is_entered_and_the_chain_and_the_store_hold_no_word_of_who_it_is()
    {
        var path = await _service.IntroduceAsync(Officer, Teacher(_said.Text(), "CONFIDENTIAL"));
        (await _service.ReachAsync(Officer, path, _said.Text())).Is(HttpStatusCode.OK);
        (await _service.As(Desk).ReadAsync(path)).Is(HttpStatusCode.OK);
        (await _service.As(Desk).ReadAsync($"{Collection}?country=TCD")).Is(HttpStatusCode.OK);
        (await _service.As(Desk).ReadAsync($"{path}/contact")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.True(_said.AreIn((await _service.As(Desk).ReadAsync($"{path}/contact{ForDeployment}")).Is(HttpStatusCode.OK).TextOf("note")));

        await using var scope = _service.Services.CreateAsyncScope();
        var entries = (await scope.ServiceProvider.GetRequiredService<RosterDb>().AuditEntries.Where(e => e.Action.StartsWith("roster.insiders.") && e.Outcome == AuditOutcome.Done).OrderBy(e => e.Sequence)
            .Select(e => e.Content).ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(text => AuditContent.Read(text)!);
        string[] acts = ["roster.insiders.keep", "roster.insiders.keep", "roster.insiders.read", "roster.insiders.read", "roster.insiders.readContacts"];
        Assert.Equal(acts, entries.Select(e => e.Action));
        Assert.All(entries, e => Assert.Contains(path["/api/v1/".Length..], e.Resources));
        Assert.Contains("DEPLOYMENT: Meets the elders", entries.Select(e => e.Purpose));
        var kept = entries[0].Changes.Single(c => c.Fields.ContainsKey("country")).Fields; // its key is made in the same act
        Assert.All((string[])["kind", "country", "person", "consentUntil", "introducedBy"], field => Assert.True(kept[field].Masked, field));
        Assert.Contains(Union, entries[0].Resources);
        Assert.Empty(await _said.ColumnsInAsync(_service.Services));
    }

    [Fact, Rule("R17"), Rule("R137")]
    public async Task It_is_changed_on_what_was_read_and_its_classification_only_rises()
    {
        var path = await _service.IntroduceAsync(Officer, Teacher(classification: "CONFIDENTIAL"));
        (await _service.ReachAsync(Officer, path, "By an elder.")).Is(HttpStatusCode.OK);
        var erasure = await _service.ProposeErasureAsync(Cleared, path);
        (await _service.As(Officer).PatchAsync(path, new { place = "Bol" }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        (await _service.As(Officer).PatchAsync(path, new { place = "Bol" }, "\"1\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await _service.As(Officer).PatchAsync(path, new { classification = "STRICTLY_CONFIDENTIAL" }, "*")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(Officer).PatchAsync(path, """{"partiality":null,"place":"Bol"}""", (await _service.As(Officer).ReadAsync(path)).ETag)).Is(HttpStatusCode.OK);
        var changed = (await _service.As(Officer).ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal(("Bol", null, "Brings both sides to the school."), (changed.TextOf("person.place"), changed.Find("person.partiality"), changed.TextOf("person.abilities")));

        (await _service.As(Cleared).PatchAsync(path, new { classification = "STRICTLY_CONFIDENTIAL" }, "*")).Is(HttpStatusCode.OK);
        (await _service.As(Officer).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Equal("By an elder.", (await _service.As(s_officer).ReadAsync($"{path}/contact{ForDeployment}")).Is(HttpStatusCode.OK).TextOf("note"));
        (await _service.As(s_officer).SendAsync(HttpMethod.Delete, $"{path}/contact", null)).Is(HttpStatusCode.NoContent);
        (await _service.As(s_officer).ReadAsync($"{path}/contact{ForDeployment}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(SecondDesk).ReadAsync(erasure)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Equal("WITHDRAWN", (await _service.As(ErasureClient.Second).ReadAsync(erasure)).Is(HttpStatusCode.OK).TextOf("state"));
        var refused = (await _service.As(Cleared).PatchAsync(path, new { classification = "CONFIDENTIAL" }, "*")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.NotNull(refused.Find("errors.classification"));
    }

    [Theory, Rule("R17"), Rule("R156")]
    [InlineData("""{}""", "kind", "displayName", "gender", "country", "abilities", "consent.form", "consent.givenOn", "consent.evidence", "consent.until", "exposedToReprisals")]
    [InlineData("""{"kind":"WARLORD"}""", "kind")]
    [InlineData("""{"classification":"UNCLASSIFIED"}""", "classification")]
    [InlineData("""{"country":"Chad"}""", "country")]
    [InlineData("""{"languages":[null]}""", "languages")]
    [InlineData("""{"languages":[{"code":"fr"}]}""", "languages")]
    [InlineData("""{"consent":{"form":"ORAL","givenOn":"9999-12-31","evidence":"x","until":"9999-12-31"}}""", "consent.givenOn", "consent.until")]
    [InlineData("""{"consent":{"form":"ORAL","givenOn":"0001-01-01","evidence":"x","until":"0001-01-01"}}""", "consent.givenOn", "consent.until")]
    [InlineData("""{"vetted":true}""", "vetted")]
    public async Task What_is_wrong_is_told_by_its_field(string change, params string[] fields)
    {
        var body = change == "{}" ? change : Merged(Teacher(classification: "CONFIDENTIAL"), change);
        var refused = (await _service.As(Officer).PostAsync(Collection, body)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(fields.Order(StringComparer.Ordinal), refused["errors"].AsObject().Select(e => e.Key).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task At_their_longest_they_fit()
    {
        var all = Concord.Contracts.Reference.ReferenceData.Languages.Take(60).Select(l => new { code = l.Tag, level = "NATIVE" });
        var text = new string('&', 2000);
        var path = await _service.IntroduceAsync(Officer, new
        {
            kind = "AGRICULTURE_OFFICER",
            displayName = text[..200],
            gender = "UNDISCLOSED",
            languages = all,
            country = "TCD",
            place = text[..300],
            community = text[..500],
            abilities = text,
            partiality = text,
            consent = new { form = "WRITTEN", givenOn = "2026-01-31", evidence = text[..300], until = DateOnly.FromDateTime(DateTime.UtcNow.AddDays(30)) },
            exposedToReprisals = text,
            classification = "CONFIDENTIAL",
        });
        (await _service.As(Officer).PostAsync($"{path}:retire", new { reason = text[..1000] })).Is(HttpStatusCode.OK);
        Assert.Equal(60, (await _service.As(Officer).ReadAsync(path)).Is(HttpStatusCode.OK)["person.languages"].AsArray().Count);
    }
}
