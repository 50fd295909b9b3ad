using System.Net;
using Concord.Contracts.Access;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.SupportRequests.SupportClient;

namespace Concord.Roster.Tests.SupportRequests;

/// <summary>The request desk (R147).</summary>
public sealed class SupportApiTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Theory, Rule("R62")]
    [InlineData("COUNTRY_TEAM")]
    [InlineData("PEACE_OPERATION")]
    public async Task Coordinators_and_field_presences_reach_mediation_expertise_by_the_desk(string requester)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(SupportClient.Asked())!;
        body["requester"] = requester;
        var inTheField = HeadOfMission with { Organization = Union };
        var request = await _service.AskAsync(body, inTheField);
        await _service.AssignAsync(request);
        (await _service.StepAsync(request, "answer", new { outcome = "ACCEPTED", text = "Two of the standby team come next week." })).Is(HttpStatusCode.OK);
        var read = (await _service.As(inTheField).ReadAsync(request)).Is(HttpStatusCode.OK);
        Assert.Equal((requester, "ANSWERED"), (read.TextOf("requester"), read.TextOf("state")));

        body["requester"] = "FRAMEWORK_TEAM"; // coordinates, and is no requester
        (await _service.As(inTheField).PostAsync(SupportClient.Collection, body)).Is(HttpStatusCode.BadRequest);
    }

    [Fact, Rule("R147")]
    public async Task A_request_is_triaged_assigned_answered_and_closed_by_who_asked()
    {
        var path = await _service.AskAsync();
        var received = (await _service.As(Desk).ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal(("RECEIVED", Union, Envoy.Subject, "URGENT", "CONFIDENTIAL"), (received.TextOf("state"), received.TextOf("organization"), received.TextOf("askedBy.name"), received.TextOf("urgency"), received.TextOf("classification")));
        (await _service.StepAsync(path, "triage", new { kind = "STANDBY_EXPERT", urgency = "IMMEDIATE", dueTime = DateTimeOffset.UtcNow.AddDays(2).ToOffset(TimeSpan.FromHours(3)) })).Is(HttpStatusCode.OK);
        (await _service.As(SecondDesk).ReadAsync(path)).Is(HttpStatusCode.OK);
        (await _service.StepAsync(path, "assign", new { assignee = new { name = SecondDesk.Subject, displayName = "Second Person" } })).Is(HttpStatusCode.OK);
        (await _service.StepAsync(path, "triage", new { kind = "TEAM" })).IsProblem(HttpStatusCode.Conflict, "SUPPORT_REQUEST_WRONG_STATE");
        var provided = NameOf(await _service.ActiveAsync(Body("Ama Provided")));
        var answer = new { outcome = "ACCEPTED", text = "Two experts from the first of April on.", provided = new[] { provided } };
        (await _service.StepAsync(path, "answer", answer)).IsProblem(HttpStatusCode.Forbidden, "SUPPORT_REQUEST_OF_ANOTHER");
        (await _service.StepAsync(path, "answer", answer, SecondDesk)).Is(HttpStatusCode.OK);
        var read = (await _service.As(Envoy).ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal(("ANSWERED", "ACCEPTED", "Second Person", provided), (read.TextOf("state"), read.TextOf("outcome"), read.TextOf("assignee.displayName"), read.TextOf("provided.0")));
        (await _service.As(Desk).PostAsync($"{path}:close", new { usefulness = "HELPED" })).IsProblem(HttpStatusCode.Forbidden, "SUPPORT_REQUEST_OF_ASKER"); // the desk answered: whether it helped is the asker's word
        var closed = (await _service.As(Officer).PostAsync($"{path}:close", new { usefulness = "HELPED_IN_PART", text = "One came late." })).Is(HttpStatusCode.OK);
        Assert.Equal(("CLOSED", "One came late."), (closed.TextOf("state"), closed.TextOf("feedback")));
        Assert.All((string[])["triageTime", "assignTime", "answerTime", "closeTime"], time => Assert.NotNull(closed.Find(time)));
    }

    [Fact, Rule("R147")]
    public async Task An_asker_sees_the_requests_of_the_own_organization_the_desk_all_and_each_within_the_clearance()
    {
        var (ours, theirs) = (await _service.AskAsync(), await _service.AskAsync(by: HeadOfMission));
        var strict = await _service.AskAsync(Asked(classification: "STRICTLY_CONFIDENTIAL"), Envoy with { Clearance = Classification.StrictlyConfidential });
        Assert.Equal([NameOf(ours)], await NamesAsync(Officer));
        Assert.Equal([NameOf(theirs)], await NamesAsync(HeadOfMission));
        Assert.Equal([NameOf(ours), NameOf(theirs)], await NamesAsync(Desk));
        Assert.Equal([NameOf(ours), NameOf(theirs), NameOf(strict)], await NamesAsync(Cleared));
        Assert.Empty(await NamesAsync(Uncleared));
        foreach (var (caller, path) in ((TestCaller, string)[])[(Officer, theirs), (HeadOfMission, ours), (Desk, strict), (Envoy, strict)])
        {
            (await _service.As(caller).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            (await _service.As(caller).PostAsync($"{path}:close", new { usefulness = "HELPED" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        (await _service.As(Officer).PostAsync($"{ours}:triage", new { kind = "TEAM" }, ifMatch: "\"1\"")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(TestCaller.Person(Union, Roles.Monitor)).ReadAsync(Collection)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(Envoy).PostAsync(Collection, Asked(classification: "STRICTLY_CONFIDENTIAL"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R147")]
    public async Task A_partner_without_clearance_asks_too_and_sees_nothing_but_the_own()
    {
        var partner = TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000004", Roles.Partner) with { Clearance = Classification.Unclassified };
        await _service.AskAsync(Asked(classification: "UNCLASSIFIED"));
        (await _service.As(partner).PostAsync(Collection, Asked())).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var own = await _service.AskAsync(Asked(classification: "UNCLASSIFIED"), partner);
        Assert.Equal([NameOf(own)], await NamesAsync(partner));
        Assert.Equal(1, (await _service.As(partner).ReadAsync($"{Collection}:figures")).Is(HttpStatusCode.OK)["received"].GetValue<int>());
    }

    [Fact, Rule("R137")]
    public async Task A_strictly_confidential_request_of_a_process_is_for_those_whom_the_process_names()
    {
        const string process = KnownProcesses.Strict;
        var (envoy, asked) = (Envoy with { Clearance = Classification.StrictlyConfidential }, Asked(classification: "STRICTLY_CONFIDENTIAL", process: process));
        (await _service.As(envoy).PostAsync(Collection, asked)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        _service.Name(envoy, process);
        var path = await _service.AskAsync(asked, envoy);
        (await _service.As(Cleared).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Equal(0, (await _service.As(Cleared).ReadAsync($"{Collection}:figures")).Is(HttpStatusCode.OK)["received"].GetValue<int>());
        _service.Name(Cleared, process);
        (await _service.As(Cleared).ReadAsync(path)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R137")]
    public async Task A_request_names_a_process_that_the_asker_sees_and_is_as_closely_classified()
    {
        foreach (var (process, field) in ((string, string)[])[($"processes/{Guid.NewGuid()}", "process"), (KnownProcesses.Strict, "classification")])
        {
            var refused = (await _service.As(Envoy).PostAsync(Collection, Asked(process: process))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
            Assert.Equal([field], refused["errors"].AsObject().Select(e => e.Key));
        }

        await _service.AskAsync(Asked(process: KnownProcesses.Confidential));
    }

    [Fact, Rule("R147"), Rule("R143")]
    public async Task Of_many_of_the_desk_who_take_a_request_at_once_exactly_one_has_it()
    {
        var path = await _service.AskAsync();
        (await _service.StepAsync(path, "triage", new { kind = "TEAM" })).Is(HttpStatusCode.OK);
        var read = (await _service.As(Desk).ReadAsync(path)).ETag;
        var desk = Enumerable.Range(0, 8).Select(_ => TestCaller.Person(Some.Owner, Roles.MediationSupport)).ToList();
        var answers = await Task.WhenAll(desk.Select(d => _service.As(d).PostAsync($"{path}:assign", new { }, ifMatch: read)));
        var winner = Assert.Single(answers.Index(), a => a.Item.Status == HttpStatusCode.OK).Index;
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => a.IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH"));
        Assert.Equal(desk[winner].Subject, (await _service.As(Desk).ReadAsync(path)).TextOf("assignee.name"));
    }

    [Theory, Rule("R143")]
    [InlineData("triage", """{"kind":"TEAM"}""")]
    [InlineData("assign", "{}")]
    [InlineData("answer", """{"outcome":"DECLINED","text":"No."}""")]
    public async Task The_desk_acts_on_what_it_has_read(string verb, string body)
    {
        var path = await _service.AskAsync();
        foreach (var (ifMatch, status) in ((string?, HttpStatusCode)[])[(null, HttpStatusCode.PreconditionRequired), ("*", HttpStatusCode.PreconditionRequired), ("\"7\"", HttpStatusCode.PreconditionFailed)])
        {
            (await _service.As(Desk).PostAsync($"{path}:{verb}", body, ifMatch: ifMatch)).Is(status);
        }

        Assert.Equal("RECEIVED", (await _service.As(Desk).ReadAsync(path)).TextOf("state"));
    }

    [Fact, Rule("R147")]
    public async Task It_is_declined_with_the_reason_or_redirected_to_an_organization_that_is_registered()
    {
        var (declined, redirected) = (await _service.AskAsync(), await _service.AskAsync());
        await _service.AssignAsync(declined);
        await _service.AssignAsync(redirected);
        WrongIn(["text"], await _service.StepAsync(declined, "answer", new { outcome = "DECLINED" }));
        WrongIn(["redirectedTo"], await _service.StepAsync(redirected, "answer", new { outcome = "REDIRECTED", text = "They know the lake.", redirectedTo = Unknown }));
        (await _service.StepAsync(declined, "answer", new { outcome = "DECLINED", text = "Nobody is free." })).Is(HttpStatusCode.OK);
        (await _service.StepAsync(redirected, "answer", new { outcome = "REDIRECTED", text = "They know the lake.", redirectedTo = Some.Owner })).Is(HttpStatusCode.OK);
        Assert.Equal((Some.Owner, "Nobody is free."), ((await _service.As(Envoy).ReadAsync(redirected)).TextOf("redirectedTo"), (await _service.As(Envoy).ReadAsync(declined)).TextOf("answerText")));
    }

    [Fact, Rule("R147")]
    public async Task It_is_given_to_whoever_was_seen_at_work_here_and_to_nobody_who_is_made_up()
    {
        var path = await _service.AskAsync();
        (await _service.StepAsync(path, "triage", new { kind = "TEAM" })).Is(HttpStatusCode.OK);
        var toSecond = new { assignee = new { name = SecondDesk.Subject, displayName = "Second Person" } };
        WrongIn(["assignee"], await _service.StepAsync(path, "assign", toSecond));
        WrongIn(["assignee"], await _service.StepAsync(path, "assign", new { assignee = new { name = $"accounts/{Guid.NewGuid()}", displayName = "Nobody" } }));
        (await _service.StepAsync(path, "assign", new { assignee = new { name = Desk.Subject, displayName = "Another name" } })).Is(HttpStatusCode.OK);
        Assert.Equal(Desk.DisplayName, (await _service.As(SecondDesk).ReadAsync(path)).TextOf("assignee.displayName"));
        (await _service.StepAsync(path, "assign", toSecond)).Is(HttpStatusCode.OK); // that person has read it now
    }

    [Theory, Rule("R147")]
    [InlineData("slates")]
    [InlineData("standbyRequests")]
    [InlineData("deployments")]
    [InlineData("profiles")]
    [InlineData("nothings")]
    public async Task What_is_provided_is_there_for_whoever_answers(string collection)
    {
        var path = await _service.AskAsync();
        await _service.AssignAsync(path);
        WrongIn(["provided"], await _service.StepAsync(path, "answer", new { outcome = "ACCEPTED", text = "x", provided = new[] { $"{collection}/{Guid.NewGuid()}" } }));
        var hidden = await _service.ActiveAsync(Body("Ama Strict", "STRICTLY_CONFIDENTIAL"));
        WrongIn(["provided"], await _service.StepAsync(path, "answer", new { outcome = "ACCEPTED", text = "x", provided = new[] { NameOf(hidden) } }));
        Assert.Equal("ASSIGNED", (await _service.As(Desk).ReadAsync(path)).TextOf("state"));
    }

    [Fact, Rule("R147")]
    public async Task The_desk_finds_what_waits_in_which_state_and_with_whom()
    {
        var (first, second) = (await _service.AskAsync(), await _service.AskAsync());
        await _service.AssignAsync(second, SecondDesk);
        Assert.Equal([NameOf(first)], await NamesAsync(Desk, "?state=RECEIVED"));
        Assert.Equal([NameOf(second)], await NamesAsync(Desk, $"?assignee={SecondDesk.Subject}"));
        Assert.Empty(await NamesAsync(Desk, "?overdue=true"));
        Assert.Equal(2, (await NamesAsync(Desk, "?overdue=false&pageSize=1")).Count());
    }

    [Theory, Rule("R147")]
    [InlineData("""{}""", "requester", "title", "purpose", "place", "urgency")]
    [InlineData("""{"place":"Chad"}""", "place")]
    [InlineData("""{"languages":["xx"]}""", "languages")]
    [InlineData("""{"expertise":["GENDER","GENDER"]}""", "expertise")]
    [InlineData("""{"days":0}""", "days")]
    [InlineData("""{"process":"slates/0197a000-0000-7000-8000-000000000001"}""", "process")]
    [InlineData("""{"classification":"STRICTLY_CONFIDENTIAL"}""", "classification")]
    [InlineData("""{"score":3}""", "score")]
    public async Task What_is_wrong_with_a_request_is_told_by_its_field(string change, params string[] fields) =>
        WrongIn(fields, await _service.As(Envoy).PostAsync(Collection, change == "{}" ? change : Merged(Asked(), change)));

    [Theory, Rule("R147")]
    [InlineData("triage", """{}""", "kind")]
    [InlineData("triage", """{"kind":"TEAM","dueTime":"2020-01-01T00:00:00Z"}""", "dueTime")]
    [InlineData("triage", """{"kind":"TEAM","dueTime":"9999-12-31T23:59:59Z"}""", "dueTime")]
    [InlineData("assign", """{"assignee":{"name":"clients/x","displayName":" "}}""", "assignee.name", "assignee.displayName")]
    [InlineData("answer", """{}""", "outcome", "text")]
    [InlineData("answer", """{"outcome":"ACCEPTED","text":"x","provided":["x"]}""", "provided")]
    [InlineData("answer", """{"outcome":"ACCEPTED","text":"x","provided":[null]}""", "provided")]
    [InlineData("answer", """{"outcome":"ACCEPTED","text":"x","provided":["a b/0197a000-0000-7000-8000-000000000001"]}""", "provided")]
    [InlineData("answer", """{"outcome":"ACCEPTED","text":"x","provided":["slates/0197a000-0000-7000-8000-000000000001","slates/0197a000-0000-7000-8000-000000000001"]}""", "provided")]
    public async Task What_is_wrong_with_a_step_is_told_by_its_field(string verb, string body, params string[] fields)
    {
        var path = await _service.AskAsync();
        if (verb != "triage")
        {
            await _service.AssignAsync(path);
        }

        WrongIn(fields, await _service.StepAsync(path, verb, body));
    }

    [Theory]
    [InlineData("?from=2026-03-02&until=2026-03-01", "until")]
    [InlineData("?from=2010-01-01&until=2026-03-01", "from")]
    [InlineData("?until=9999-12-31", "until")]
    [InlineData("?from=yesterday", "from")]
    public async Task Figures_are_of_a_period_that_can_be(string query, string field) => WrongIn([field], await _service.As(Desk).ReadAsync($"{Collection}:figures{query}"));

    [Fact]
    public async Task At_their_longest_they_fit()
    {
        var text = new string('&', 4000);
        var path = await _service.AskAsync(new
        {
            requester = "UNITED_NATIONS_ENTITY",
            title = text[..200],
            purpose = text,
            place = "002",
            expertise = Enum.GetValues<Mediators.ExpertiseArea>().Select(a => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(a.ToString())),
            languages = Concord.Contracts.Reference.ReferenceData.Languages.Take(20).Select(l => l.Tag),
            startDate = "9999-12-31",
            days = 1000,
            urgency = "IMMEDIATE",
            process = KnownProcesses.Confidential,
            focalPoints = "UNITED_NATIONS",
        });
        var people = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => _service.DraftAsync(Body($"Ama {i}"))));
        (await _service.StepAsync(path, "triage", new { kind = "ADMINISTRATION_AND_LOGISTICS" })).Is(HttpStatusCode.OK);
        (await _service.StepAsync(path, "assign", new { assignee = new { name = Desk.Subject, displayName = text[..200] } })).Is(HttpStatusCode.OK);
        (await _service.StepAsync(path, "answer", new { outcome = "ACCEPTED", text, provided = people.Select(NameOf) })).Is(HttpStatusCode.OK);
        (await _service.As(Envoy).PostAsync($"{path}:close", new { usefulness = "DID_NOT_HELP", text })).Is(HttpStatusCode.OK);
    }

    private async Task<IEnumerable<string>> NamesAsync(TestCaller caller, string query = "") => (await _service.As(caller).ReadAllAsync($"{Collection}{query}")).Select(r => (string)r["name"]!);

    private static string NameOf(string path) => path["/api/v1/".Length..];
}
