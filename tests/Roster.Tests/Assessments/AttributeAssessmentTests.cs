using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Platform.Audit;
using Concord.Roster.Persistence;
using Concord.Roster.Tests.Erasure;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.Assessments.AssessmentClient;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Assessments;

/// <summary>Assessors say in words what they found of a person; few read it, and the person replies.</summary>
public sealed class AttributeAssessmentTests : IAsyncLifetime
{
    /// <summary>Only signed in, and cleared for nothing.</summary>
    private static readonly TestCaller s_person = TestCaller.Person(Union, Roles.Analyst) with { Clearance = Classification.Unclassified };

    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly Canaries _said = new();
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync(_directory);

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R2"), Rule("R3"), Rule("R157"), Rule("R158")]
    public async Task What_was_found_has_its_criterion_assessor_day_and_ground_and_no_figure_comes_of_it()
    {
        var path = await _service.ActiveAsync(Body("Ama Assessed"));
        var recorded = (await _service.As(Desk).PostAsync($"{path}/assessments", Finding(_said.Text("Let each side finish: "), _said.Text("Second round "), [new { kind = "HASTE", reason = _said.Text() }]))).Is(HttpStatusCode.Created);
        Assert.False(_said.AreIn(recorded.Text), "the answer is kept for a retry");
        await _service.AssessAsync(SecondDesk, path, Finding(criterion: "HONEST_FEEDBACK"));

        var list = (await _service.As(Desk).ReadAsync($"{path}/assessments")).Is(HttpStatusCode.OK);
        Assert.Equal([("LISTENING", Desk.Subject), ("HONEST_FEEDBACK", SecondDesk.Subject)], list["items"].AsArray().Select(i => ((string)i!["criterion"]!, (string)i["assessedBy"]!["name"]!)));
        var found = (await _service.As(SecondDesk).ReadAsync(recorded.Location!.ToString())).Is(HttpStatusCode.OK);
        Assert.Equal(("LISTENING", "2026-02-14", "HASTE", Some.Owner, "RECORDED"),
            (found.TextOf("criterion"), found.TextOf("on"), found.TextOf("flags.0.kind"), found.TextOf("organization"), found.TextOf("state")));
        Assert.All((string[])["finding", "basedOn", "flags.0.reason"], field => Assert.True(_said.AreIn(found.TextOf(field)), field));
        Assert.False(_said.AreIn(list.Text), "texts are read one by one");
        Assert.All((JsonNode[])[list.Body!, found.Body!], body => Assert.DoesNotContain(JsonValueKind.Number, Kinds(body)));
    }

    [Fact, Rule("R158")]
    public async Task Officers_of_the_owner_and_mediation_support_cleared_for_it_read_and_keep_them_and_nobody_else()
    {
        var path = await _service.ActiveAsync(Body("Ama Kept", "UNCLASSIFIED", owner: Union));
        var assessment = await _service.AssessAsync(Officer, path);
        foreach (var (caller, status, reason) in ((TestCaller, HttpStatusCode, string)[])[
            (TestCaller.Person(Some.Owner, Roles.RegionalOfficer), HttpStatusCode.Forbidden, "NOT_THE_OWNER"), (Uncleared, HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"),
            (HeadOfMission, HttpStatusCode.Forbidden, "PERMISSION_DENIED"), (TestCaller.Person(Union, Roles.LeadMediator), HttpStatusCode.Forbidden, "PERMISSION_DENIED")])
        {
            (await _service.As(caller).ReadAsync($"{path}/assessments")).IsProblem(status, reason);
            (await _service.As(caller).ReadAsync(assessment)).IsProblem(status, reason);
        }

        (await _service.As(TestCaller.Person(Some.Owner, Roles.RegionalOfficer)).PostAsync($"{path}/assessments", Finding())).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_OWNER");
        (await _service.As(Desk).ReadAsync($"{path}/assessments/{Guid.NewGuid()}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var other = await _service.ActiveAsync(Body("Ama Other", owner: Union));
        (await _service.As(Desk).ReadAsync(assessment.Replace(path, other, StringComparison.Ordinal))).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Desk).PostAsync($"{other}:retire", new { reason = "Moved on." })).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{other}/assessments", Finding())).IsProblem(HttpStatusCode.Conflict, "PROFILE_RETIRED");
    }

    [Fact, Rule("R158")]
    public async Task The_person_reads_and_replies_and_is_no_assessor_nor_is_whoever_acts_for_the_person()
    {
        var path = await _service.ActiveAsync(Body("Ama Replies", "STRICTLY_CONFIDENTIAL"));
        await _service.LinkAsync(path, s_person);
        var assessment = await _service.AssessAsync(Cleared, path);
        Assert.Single((await _service.As(s_person).ReadAsync(Own)).Is(HttpStatusCode.OK)["items"].AsArray());
        Assert.Equal("Let each side finish.", (await _service.As(s_person).ReadAsync(AsOwn(assessment))).Is(HttpStatusCode.OK).TextOf("finding"));
        foreach (var reply in (string[])["They asked me to.", "Both asked me to."])
        {
            Assert.True((await _service.As(s_person).PostAsync($"{AsOwn(assessment)}:reply", new { reply })).Is(HttpStatusCode.OK)["replied"].GetValue<bool>());
        }

        Assert.Equal("Both asked me to.", (await _service.As(Cleared).ReadAsync(assessment)).TextOf("reply"));
        var stranger = s_person with { Subject = $"accounts/{Guid.NewGuid()}" };
        await _service.LinkAsync(await _service.ActiveAsync(Body("Ama Stranger")), stranger);
        (await _service.As(stranger).ReadAsync(AsOwn(assessment))).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(stranger).PostAsync($"{AsOwn(assessment)}:reply", new { reply = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Officer).ReadAsync(Own)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        foreach (var caller in (TestCaller[])[Cleared with { Subject = s_person.Subject }, ErasureClient.Second with { ActsFor = s_person.Subject }])
        {
            foreach (var answer in (ApiAnswer[])[await _service.As(caller).PostAsync($"{path}/assessments", Finding()), await _service.As(caller).PostAsync($"{assessment}:withdraw", new { reason = "x" }), await _service.As(caller).ReadAsync(assessment)])
            {
                answer.IsProblem(HttpStatusCode.Forbidden, "ASSESSED_BY_ONESELF");
            }
        }
    }

    [Fact, Rule("R158")]
    public async Task What_is_withdrawn_stays_to_be_read_with_the_reason_and_is_closed()
    {
        var path = await _service.ActiveAsync(Body("Ama Withdrawn"));
        await _service.LinkAsync(path, s_person);
        var assessment = await _service.AssessAsync(Desk, path);
        (await _service.As(Desk).PostAsync($"{assessment}:withdraw", new { reason = " " })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(Desk).PostAsync($"{assessment}:withdraw", new { reason = "Another session." }, ifMatch: "\"9\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await _service.As(SecondDesk).PostAsync($"{assessment}:withdraw", new { reason = "Another session." })).Is(HttpStatusCode.OK);
        var told = (await _service.As(s_person).ReadAsync(AsOwn(assessment))).Is(HttpStatusCode.OK);
        Assert.Equal(("WITHDRAWN", "Another session.", SecondDesk.Subject, "Let each side finish."), (told.TextOf("state"), told.TextOf("withdrawReason"), told.TextOf("withdrawnBy.name"), told.TextOf("finding")));
        (await _service.As(Desk).PostAsync($"{assessment}:withdraw", new { reason = "Again." })).IsProblem(HttpStatusCode.Conflict, "ASSESSMENT_WITHDRAWN");
        (await _service.As(s_person).PostAsync($"{AsOwn(assessment)}:reply", new { reply = "So I thought." })).IsProblem(HttpStatusCode.Conflict, "ASSESSMENT_WITHDRAWN");
    }

    [Fact, Rule("R158")]
    public async Task It_is_searched_by_nobody_and_whoever_reads_it_is_entered_without_a_word_of_it()
    {
        var path = await _service.ActiveAsync(Body("Ama Entered", "UNCLASSIFIED"));
        var assessment = await _service.AssessAsync(Desk, path, Finding(_said.Text("Soundly ")));
        (await _service.As(SecondDesk).ReadAsync(assessment)).Is(HttpStatusCode.OK);
        Assert.Empty((await _service.SearchAsync(Desk, new { text = _said.Word })).NamesIn());
        Assert.DoesNotContain("assessment", (await _service.As(Desk).ReadAsync(path)).Text, StringComparison.OrdinalIgnoreCase);

        await using var scope = _service.Services.CreateAsyncScope();
        var entries = await scope.ServiceProvider.GetRequiredService<RosterDb>().AuditEntries.Where(e => e.Action.StartsWith("roster.assessments.")).OrderBy(e => e.Sequence).Select(e => e.Content).ToListAsync(Token);
        var (kept, read) = (AuditContent.Read(entries[0])!, AuditContent.Read(entries[^1])!);
        Assert.Equal((SecondDesk.Subject, "roster.assessments.read"), (read.Actor, read.Action));
        Assert.Equal(new[] { NameOf(path), $"assessments/{assessment.Split('/')[^1]}" }.Order(StringComparer.Ordinal), read.Resources.Order(StringComparer.Ordinal));
        var fields = kept.Changes.Single(c => c.Record.StartsWith("assessments/", StringComparison.Ordinal)).Fields;
        Assert.All((string[])["criterion", "on", "text", "assessedBy"], field => Assert.True(fields[field].Masked, field));
        Assert.Empty(await _said.ColumnsInAsync(_service.Services));
    }

    [Fact, Rule("R158"), Abuse(29)]
    public async Task Whoever_erases_the_person_erases_what_was_found_and_replied()
    {
        var path = await _service.ActiveAsync(Body("Ama Forgotten"));
        await _service.LinkAsync(path, s_person);
        var assessment = await _service.AssessAsync(Desk, path, Finding(_said.Text()));
        (await _service.As(s_person).PostAsync($"{AsOwn(assessment)}:reply", new { reply = _said.Text() })).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{assessment}:withdraw", new { reason = _said.Text() })).Is(HttpStatusCode.OK);
        await _service.EraseAsync(path);

        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        Assert.Equal(0, await db.Assessments.CountAsync(Token));
        var own = AsOwn(assessment)["/api/v1/".Length..];
        Assert.True(Assert.Single(await db.CompletedRequests.Where(r => r.Record!.StartsWith(own)).ToListAsync(Token)).IsForgotten);
        Assert.Empty(await _said.ColumnsInAsync(_service.Services));
        Assert.Null((await AuditReading.CheckAsync(db, RosterModule.Name, [], Token)).Fault);
        (await _service.As(s_person).ReadAsync(Own)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Cleared).ReadAsync(assessment)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Cleared).PostAsync($"{path}/assessments", Finding())).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Theory, Rule("R158")]
    [InlineData("""{}""", "criterion", "finding", "on", "basedOn")]
    [InlineData("""{"criterion":"LISTENING","finding":"x","on":"9999-12-31","basedOn":"x"}""", "on")]
    [InlineData("""{"criterion":"LISTENING","finding":"x","on":"0001-01-01","basedOn":"x"}""", "on")]
    [InlineData("""{"criterion":"CHARM","finding":"x","on":"2026-02-14","basedOn":"x"}""", "criterion")]
    [InlineData("""{"criterion":"LISTENING","finding":"x","on":"2026-02-14","basedOn":"x","flags":[null]}""", "flags[0].kind", "flags[0].reason")]
    [InlineData("""{"criterion":"LISTENING","finding":"x","on":"2026-02-14","basedOn":"x","flags":[{"kind":"HASTE"}]}""", "flags[0].reason")]
    [InlineData("""{"criterion":"LISTENING","finding":"x","on":"2026-02-14","basedOn":"x","flags":[{"kind":"HASTE","reason":"x"},{"kind":"HASTE","reason":"y"}]}""", "flags")]
    [InlineData("""{"criterion":"LISTENING","finding":"x","on":"2026-02-14","basedOn":"x","score":4}""", "score")]
    public async Task What_is_wrong_is_told_by_its_field(string body, params string[] fields)
    {
        var path = await _service.DraftAsync(Body("Ama Wrong"));
        var refused = (await _service.As(Cleared).PostAsync($"{path}/assessments", body)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(fields.Order(StringComparer.Ordinal), refused["errors"].AsObject().Select(e => e.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task At_their_longest_they_fit()
    {
        var path = await _service.DraftAsync(Body("Ama Long"));
        await _service.LinkAsync(path, s_person);
        var kinds = (string[])["IGNORANCE", "ARROGANCE", "PARTIALITY", "IMPOTENCE", "HASTE", "INFLEXIBILITY", "FALSE_PROMISES"];
        var assessment = await _service.AssessAsync(Cleared, path, Finding(new string('&', 2000), new string('&', 500), [.. kinds.Select(kind => new { kind, reason = new string('&', 1000) })], "COORDINATION_WITH_THE_SYSTEM"));
        (await _service.As(s_person).PostAsync($"{AsOwn(assessment)}:reply", new { reply = new string('&', 2000) })).Is(HttpStatusCode.OK);
        (await _service.As(Cleared).PostAsync($"{assessment}:withdraw", new { reason = new string('&', 1000) })).Is(HttpStatusCode.OK);
        Assert.Equal(7, (await _service.As(Cleared).ReadAsync(assessment)).Is(HttpStatusCode.OK)["flags"].AsArray().Count);
    }

    private static IEnumerable<JsonValueKind> Kinds(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => Kinds(m.Value)),
        JsonArray a => a.SelectMany(Kinds),
        null => [],
        _ => [node.GetValueKind()],
    };

    private static string NameOf(string path) => path["/api/v1/".Length..];

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
