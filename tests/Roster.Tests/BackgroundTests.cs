using System.Net;
using Concord.Platform.Errors;
using Concord.Roster.Mediators;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>What somebody can do in a team, has done and has learnt.</summary>
public sealed class BackgroundTests : IAsyncLifetime
{
    private const string Background = """
        {"functions":["DRAFTING","LEGAL_ADVICE"],"expertise":[{"area":"CEASEFIRE","level":"EXPERT","evidence":"Drafted two ceasefires"}],
        "conflicts":[{"label":"Lake shores","process":"processes/0197a000-0000-7000-8000-00000000000a","fromYear":2011,"untilYear":2013,"role":"Adviser"}],
        "culturalKnowledge":[{"kind":"HISTORY","place":"KEN","note":"Taught it for ten years"},{"kind":"POPULATIONS_AT_RISK","place":"014","note":"Pastoralists"},{"kind":"CULTURE","note":"Oaths"}],
        "assignments":[{"what":"Deputy head","organization":"An office","country":"UGA","from":"2020-01-01","until":"2021-01-01"},{"what":"Adviser","from":"2024-01-01"}],
        "trainings":[{"kind":"MEDIATION","provider":"A college","title":"Ceasefires","day":"2019-05-01"},{"kind":"TRAUMA_AWARENESS","title":"Listening","day":"2022-05-01"}],
        "deployability":{"noticeDays":5,"modes":["IN_PERSON","REMOTE"],"standbyUntil":"2027-03-31"}}
        """;

    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R5")]
    public void Every_function_of_a_team_can_be_recorded() => Assert.Equal(
        ["BackgroundBriefing", "SubstantiveExperts", "LegalAdvice", "Drafting", "TalksWithParties", "Logistics", "Communication", "PoliticalAnalysis"], Enum.GetNames<TeamFunction>());

    [Fact, Rule("R2"), Rule("R5"), Rule("R13"), Rule("R23")]
    public async Task What_is_kept_of_a_background_comes_back_as_it_was_said_and_is_found()
    {
        var path = await _service.ActiveAsync(Body("Ama Background"));
        await _service.ActiveAsync(Body("Ama Blank"));
        var kept = (await _service.As(Desk).PatchAsync(path, Background, "*")).Is(HttpStatusCode.OK);
        var sent = System.Text.Json.Nodes.JsonNode.Parse(Background)!.AsObject();
        Assert.All(sent, field => Assert.Equal(field.Value!.ToJsonString(), kept[field.Key].ToJsonString()));
        Assert.Equal(kept.Text, (await _service.As(Desk).ReadAsync(path)).Text);
        Assert.Equal("5", (await _service.As(Desk).PatchAsync(path, """{"deployability":{"modes":["REMOTE"]}}""", "*")).Is(HttpStatusCode.OK)["deployability.noticeDays"].ToJsonString());

        var found = await _service.SearchAsync(HeadOfMission, new { functions = new[] { "DRAFTING" }, trainedIn = new[] { "MEDIATION", "TRAUMA_AWARENESS" }, maximumNoticeDays = 6 });
        Assert.Equal(["Ama Background"], found.NamesIn());
        Assert.Equal(["functions DRAFTING", "trainedIn MEDIATION", "trainedIn TRAUMA_AWARENESS", "maximumNoticeDays 5"], found["items.0.reasons"].AsArray().Select(r => $"{r!["wish"]} {r["value"]}"));
        Assert.DoesNotContain("Drafted", found.Text, StringComparison.Ordinal); // what the expertise rests on stands with the person
        Assert.Equal("""[{"value":"DRAFTING","count":1},{"value":"LEGAL_ADVICE","count":1}]""", found["facets.functions"].ToJsonString());
        Assert.Empty((await _service.SearchAsync(HeadOfMission, new { maximumNoticeDays = 4 })).NamesIn());
        foreach (var wrong in (object[])[new { maximumNoticeDays = 366 }, new { maximumNoticeDays = -1 }, new { functions = new[] { "COOKING" } }])
        {
            (await _service.As(HeadOfMission).PostAsync("/api/v1/profiles:search", wrong, key: "")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        }
    }

    [Fact]
    public void What_is_wrong_in_a_background_is_named_by_its_place()
    {
        var day = new DateOnly(2026, 1, 1);
        var fields = Some.Fields with
        {
            Functions = [TeamFunction.Drafting, TeamFunction.Drafting],
            Expertise = [new(ExpertiseArea.Ceasefire, ExpertiseLevel.Expert, new string('x', 501))],
            Conflicts = [null!, new("x", "profiles/1", 1, 99_999, new string('x', 201)), new(" ", null, 2020, 2019, null)],
            CulturalKnowledge = [new(null, "XXX", null), new(KnowledgeKind.Culture, "014", "\ud800")],
            Assignments = [new("", null, "014", null, null), new("x", null, null, day, day.AddDays(-1)), .. Enumerable.Repeat(new Assignment("x", null, null, day, null), 99)],
            Trainings = [new(null, new string('x', 201), null, null)],
            Deployability = new(366, [DeploymentMode.Remote, DeploymentMode.Remote], null),
        };
        var refused = Assert.Throws<DomainException>(() => Some.Draft(fields));
        Assert.Equal(
            [
                "assignments", "assignments[0].country", "assignments[0].from", "assignments[0].what", "assignments[1].until", "conflicts", "conflicts[1].fromYear", "conflicts[1].process", "conflicts[1].role",
                "conflicts[1].untilYear", "conflicts[2].label", "conflicts[2].untilYear", "culturalKnowledge[0].kind", "culturalKnowledge[0].note", "culturalKnowledge[0].place", "culturalKnowledge[1].note",
                "deployability.modes", "deployability.noticeDays", "expertise[0].evidence", "functions", "trainings[0].day", "trainings[0].kind", "trainings[0].provider", "trainings[0].title",
            ],
            refused.Errors.Select(e => e.Field).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory, Rule("R14")]
    [InlineData("1939-12-31", "assignments[0].from", "trainings[0].day", "deployability.standbyUntil")]
    [InlineData("1940-01-01", "deployability.standbyUntil")]
    [InlineData("1990-01-01")]
    [InlineData("2027-03-01")]
    [InlineData("2027-03-02", "assignments[0].from", "trainings[0].day")]
    [InlineData("2028-03-01", "assignments[0].from", "trainings[0].day")]
    [InlineData("2028-03-02", "assignments[0].from", "trainings[0].day", "deployability.standbyUntil")]
    public void Days_that_cannot_be_meant_are_named(string text, params string[] wrong)
    {
        var day = DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var fields = Some.Fields with { Assignments = [new("Adviser", null, null, day, null)], Trainings = [new(TrainingSubject.Mediation, null, "A course", day)], Deployability = new(null, null, day) };
        var refused = Record.Exception(() => Some.Draft(fields)) as DomainException;
        Assert.Equal(wrong, refused?.Errors.Select(e => e.Field) ?? []);
    }

    [Fact, Rule("R22")]
    public async Task What_staff_planning_thinks_is_told_to_those_who_vet_and_in_no_other_answer()
    {
        var person = TestCaller.Person(Some.Owner, Contracts.Access.Roles.Analyst);
        var path = await _service.ActiveAsync(Body("Ama Promising"));
        var linked = (await _service.As(Desk).PatchAsync(path, new { person = person.Subject }, "*")).Is(HttpStatusCode.OK);
        Assert.False((await _service.As(Desk).ReadAsync($"{path}/pipeline")).Is(HttpStatusCode.OK)["promising"].GetValue<bool>());
        (await _service.SendPlanAsync(Desk, path, new { promising = true }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        (await _service.SendPlanAsync(Desk, path, new { departureExpectedBy = "2029-12-31" }, linked.ETag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.SendPlanAsync(Desk, path, new { promising = true, departureExpectedBy = "2029-12-31" }, linked.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal("2029-12-31", (await _service.As(SecondDesk).ReadAsync($"{path}/pipeline")).TextOf("departureExpectedBy"));
        foreach (var other in (TestCaller[])[HeadOfMission, TestCaller.Person(Some.Owner, Contracts.Access.Roles.RegionalOfficer), person])
        {
            (await _service.As(other).ReadAsync($"{path}/pipeline")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }

        string[] told = [(await _service.As(person).ReadAsync("/api/v1/me/profile")).Is(HttpStatusCode.OK).Text, (await _service.As(Desk).ReadAsync(path)).Text, (await _service.SearchAsync(Desk, new { })).Text];
        Assert.All(told, text => Assert.DoesNotContain("2029-12-31", text, StringComparison.Ordinal));
        Assert.All(told, text => Assert.DoesNotContain("promising\"", text, StringComparison.Ordinal));
    }
}

internal static class PlanClient
{
    public static Task<ApiAnswer> SendPlanAsync(this TestService service, TestCaller caller, string path, object plan, string? etag) => service.As(caller).SendAsync(HttpMethod.Put, $"{path}/pipeline", plan, ifMatch: etag);
}
