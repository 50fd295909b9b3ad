using System.Net;
using Concord.Contracts.Access;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Standby.StandbyClient;

namespace Concord.Roster.Tests.Standby;

/// <summary>A request for people on standby, from the asking to the review.</summary>
public sealed class StandbyRequestTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 8, 0, 0, TimeSpan.Zero));
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync(b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)));

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R12"), Rule("R13")]
    public async Task A_request_is_taken_on_decided_departed_completed_and_reviewed_and_each_step_has_its_time()
    {
        var asked = (await _service.As(Envoy).PostAsync(Collection, Ask())).Is(HttpStatusCode.Created);
        var path = asked.Location!.ToString();
        Assert.Equal(("REQUESTED", Union, "2026-12-01T08:00:00Z"), (asked.TextOf("state"), asked.TextOf("organization"), asked.TextOf("dueTime")));
        foreach (var early in (string[])["approve", "depart", "complete"])
        {
            Assert.Equal("R12", (await _service.As(SecondDesk).DecideAsync(path, early)).IsProblem(HttpStatusCode.Conflict, "STANDBY_WRONG_STATE").TextOf("rule"));
        }

        await _service.DoAsync(path, "acknowledge");
        await _service.PlanAsync(path, await _service.ActiveAsync(Body("Ama Sent")));
        Later(1);
        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
        await _service.ClearAsync(path);
        Later(2);
        Assert.Equal("2026-11-28T11:00:00Z", (await _service.DoAsync(path, "depart")).TextOf("departTime"));
        (await _service.As(Desk).PostAsync($"{path}:decline", new { reason = "Too late" })).IsProblem(HttpStatusCode.Conflict, "STANDBY_WRONG_STATE");
        _time.Advance(TimeSpan.FromDays(120));
        Assert.Equal(("COMPLETED", "2027-04-27"), (await _service.DoAsync(path, "complete") is var done ? (done.TextOf("state"), done.TextOf("reviewDueOn")) : default));
        Assert.Equal("Registry 12/2027", (await _service.DoAsync(path, "review", new { review = "Registry 12/2027" })).TextOf("review"));
        Assert.Equal("RETURNED", (await _service.As(Desk).ReadAsync(Assert.Single(await _service.DeploymentsAsync(path)))).TextOf("state"));
    }

    [Fact, Rule("R12")]
    public async Task Whoever_asked_does_not_decide_nor_who_stands_for_that_person_and_nobody_is_sent_where_nobody_is_planned()
    {
        var asking = TestCaller.Person(Some.Owner, Roles.MediationSupport);
        var path = await _service.AskAsync(caller: asking);
        await _service.DoAsync(path, "acknowledge");
        (await _service.ApproveAsync(path)).IsProblem(HttpStatusCode.Conflict, "NOBODY_PLANNED");
        await _service.PlanAsync(path, await _service.ActiveAsync(Body("Ama Sent")));
        foreach (var caller in (TestCaller[])[asking, SecondDesk with { ActsFor = asking.Subject }])
        {
            (await _service.As(caller).DecideAsync(path, "approve")).IsProblem(HttpStatusCode.Forbidden, "OWN_STANDBY_REQUEST");
        }

        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R12")]
    public async Task Until_the_departure_it_is_declined_with_the_reason_and_whoever_was_confirmed_is_free_again()
    {
        var person = await _service.ActiveAsync(Body("Ama Free"));
        var path = await _service.PlannedAsync(Ask(), person);
        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{path}:decline", new { })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal("The talks are off.", (await _service.DoAsync(path, "decline", new { reason = "The talks are off." })).TextOf("declineReason"));
        Assert.Equal("CANCELLED", (await _service.As(Desk).ReadAsync((await _service.DeploymentsAsync(path))[0])).TextOf("state"));
        var next = await _service.PlannedAsync(Ask(), person);
        (await _service.ApproveAsync(next)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R24")]
    public async Task What_the_support_package_lacks_is_told_at_the_decision_and_refuses_nothing()
    {
        var path = await _service.PlannedAsync(Ask(), await _service.ActiveAsync(Body("Ama Sent")));
        var approved = (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
        Assert.Equal(["PROCESS_EXPERTS", "THEMATIC_EXPERTS", "FUNDING", "LOGISTICS", "GENDER_ADVICE"], approved["missing"].AsArray().Select(m => (string)m!));
        (await _service.As(Desk).PatchAsync(path, new { package = new { funding = new { amount = 1.234m, currency = "usd", source = "" } } }, "*")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(Desk).PatchAsync(path, new { package = Package }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        var kept = (await _service.As(Desk).PatchAsync(path, new { package = Package }, "*")).Is(HttpStatusCode.OK);
        Assert.Empty(kept["missing"].AsArray());
        Assert.Equal("25000.50", kept["package.funding.amount"].ToString());
    }

    [Fact, Rule("R11")]
    public async Task Advice_on_gender_is_missing_until_it_is_there_in_every_phase_of_the_talks()
    {
        var path = await _service.PlannedAsync(Ask(), await _service.ActiveAsync(Body("Ama Sent")));
        foreach (var (adviser, phases, missing) in new (string?, string[], bool)[]
        {
            (null, [], true), ("The adviser of the mission", [], true), ("The adviser of the mission", ["SUBSTANTIVE_TALKS"], true), ("The adviser of the mission", ["SUBSTANTIVE_TALKS", "IMPLEMENTATION", "AGENDA_SETTING"], false),
        })
        {
            var kept = (await _service.As(Desk).PatchAsync(path, new { package = new { genderAdviser = adviser, genderAdvicePhases = phases } }, "*")).Is(HttpStatusCode.OK);
            Assert.Equal(missing, kept["missing"].AsArray().Any(m => (string)m! == "GENDER_ADVICE"));
        }

        foreach (var (adviser, phases) in new (string?, string[])[] { (null, ["IMPLEMENTATION"]), ("The adviser of the mission", ["IMPLEMENTATION", "IMPLEMENTATION"]) })
        {
            var refused = (await _service.As(Desk).PatchAsync(path, new { package = new { genderAdviser = adviser, genderAdvicePhases = phases } }, "*")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
            Assert.Equal("package.genderAdvicePhases", Assert.Single(refused["errors"].AsObject()).Key);
        }
    }

    [Fact, Rule("R10")]
    public async Task Nobody_senior_is_sent_without_an_adviser_on_gender()
    {
        var senior = await _service.ActiveAsync(Body("Ama Senior"));
        (await _service.As(Desk).PatchAsync(senior, new { seniorityLevel = "SENIOR_ENVOY" }, "*")).Is(HttpStatusCode.OK);
        var path = await _service.PlannedAsync(Ask(), senior);
        Assert.Equal("R10", (await _service.ApproveAsync(path)).IsProblem(HttpStatusCode.Conflict, "NO_GENDER_ADVISER").TextOf("rule"));
        (await _service.As(Desk).PatchAsync(path, new { package = Package }, "*")).Is(HttpStatusCode.OK);
        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R10")]
    public async Task The_adviser_is_somebody_who_is_there_and_not_sent_and_stays_until_the_departure()
    {
        var (senior, hidden) = (await _service.ActiveAsync(Body("Ama Senior")), await _service.ActiveAsync(Body("Ada Strict", "STRICTLY_CONFIDENTIAL")));
        (await _service.As(Desk).PatchAsync(senior, new { seniorityLevel = "SENIOR_ENVOY" }, "*")).Is(HttpStatusCode.OK);
        var path = await _service.PlannedAsync(Ask(), senior);
        foreach (var nobody in (string[])[$"profiles/{Guid.NewGuid()}", NameOf(hidden)])
        {
            WrongIn(["package.genderAdviser"], await _service.As(Desk).PatchAsync(path, new { package = new { genderAdviser = nobody } }, "*"));
        }

        (await _service.As(Desk).PatchAsync(path, new { package = new { genderAdviser = NameOf(senior) } }, "*")).Is(HttpStatusCode.OK);
        (await _service.ApproveAsync(path)).IsProblem(HttpStatusCode.Conflict, "NO_GENDER_ADVISER");
        (await _service.As(Desk).PatchAsync(path, new { package = Package }, "*")).Is(HttpStatusCode.OK);
        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
        await _service.ClearAsync(path);
        (await _service.As(Desk).PatchAsync(path, new { package = new { genderAdviser = (string?)null, genderAdvicePhases = Array.Empty<string>() } }, "*")).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{path}:depart", Nothing)).IsProblem(HttpStatusCode.Conflict, "NO_GENDER_ADVISER");
        (await _service.As(Desk).PatchAsync(path, new { package = Package }, "*")).Is(HttpStatusCode.OK);
        await _service.DoAsync(path, "depart");
    }

    [Fact, Rule("R10")]
    public async Task Who_has_become_senior_since_the_decision_does_not_depart_without_an_adviser()
    {
        var person = await _service.ActiveAsync(Body("Ama Risen"));
        var path = await _service.PlannedAsync(Ask(), person);
        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
        await _service.ClearAsync(path);
        (await _service.As(Desk).PatchAsync(person, new { seniorityLevel = "LEAD_MEDIATOR" }, "*")).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{path}:depart", Nothing)).IsProblem(HttpStatusCode.Conflict, "NO_GENDER_ADVISER");
    }

    [Fact]
    public async Task Nobody_who_works_in_person_departs_without_a_security_clearance_that_counts_on_the_day()
    {
        var path = await _service.PlannedAsync(Ask(), await _service.ActiveAsync(Body("Ama Sent")));
        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
        var deployment = Assert.Single(await _service.DeploymentsAsync(path));
        foreach (var security in (object[])[new { state = "ASKED" }, new { state = "GRANTED", validUntil = "2026-11-27" }, new { state = "REFUSED" }])
        {
            (await _service.As(Desk).PatchAsync(deployment, new { security }, "*")).Is(HttpStatusCode.OK);
            (await _service.As(Desk).PostAsync($"{path}:depart", Nothing)).IsProblem(HttpStatusCode.Conflict, "NOT_CLEARED");
        }

        Assert.Equal("APPROVED", (await _service.As(Desk).ReadAsync(path)).TextOf("state"));
        await _service.ClearAsync(path);
        await _service.DoAsync(path, "depart");

        var afar = await _service.PlannedAsync(Ask(mode: "REMOTE"), await _service.ActiveAsync(Body("Ama Afar")));
        (await _service.ApproveAsync(afar)).Is(HttpStatusCode.OK);
        await _service.DoAsync(afar, "depart");
    }

    [Fact]
    public async Task Whoever_falls_ill_after_the_decision_is_called_off_and_somebody_else_is_confirmed()
    {
        var path = await _service.PlannedAsync(Ask(), await _service.ActiveAsync(Body("Ama Ill")));
        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
        var ill = Assert.Single(await _service.DeploymentsAsync(path));
        await _service.DoAsync(ill, "cancel", new { reason = "Ill" });
        var other = await _service.PlanAsync(path, await _service.ActiveAsync(Body("Bela Instead")));
        (await _service.As(Desk).PostAsync($"{path}:depart", Nothing)).IsProblem(HttpStatusCode.Conflict, "NOBODY_PLANNED");
        Assert.Equal("CONFIRMED", (await _service.As(Approver).DecideAsync(other, "confirm")).Is(HttpStatusCode.OK).TextOf("state"));
        (await _service.As(Desk).PatchAsync(other, new { security = new { state = "GRANTED" } }, "*")).Is(HttpStatusCode.OK);
        await _service.DoAsync(path, "depart");
        Assert.Equal("DEPARTED", (await _service.As(Desk).ReadAsync(other)).TextOf("state"));
    }

    [Fact, Rule("R15")]
    public async Task Nobody_is_planned_twice_for_the_same_days_and_two_plans_for_one_person_are_one_person()
    {
        var person = await _service.ActiveAsync(Body("Ama Twice"));
        var path = await _service.AskAsync();
        await _service.PlanAsync(path, person, firstDay: "2027-03-01", lastDay: "2027-03-10");
        (await _service.As(Desk).PostAsync($"{path}/deployments", new { profile = NameOf(person), firstDay = "2027-03-10", lastDay = "2027-03-12" })).IsProblem(HttpStatusCode.Conflict, "PERSON_PLANNED");
        await _service.PlanAsync(path, person, firstDay: "2027-03-11", lastDay: "2027-03-12");
        var two = await _service.AskAsync(Ask(people: 2));
        await _service.PlanAsync(two, person, firstDay: "2027-03-01", lastDay: "2027-03-10");
        await _service.PlanAsync(two, person, firstDay: "2027-03-11", lastDay: "2027-03-12");
        Assert.Equal(1, (int)(await _service.As(Desk).ReadAsync($"{two}/readiness"))["peopleShort"]);
    }

    [Fact, Rule("R25")]
    public async Task Whoever_has_said_no_last_is_short_and_does_not_depart()
    {
        var person = await _service.ActiveAsync(Body("Ama Unwilling"));
        var path = await _service.PlannedAsync(Ask(), person);
        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
        await _service.ClearAsync(path);
        await SayAsync(path, person, "DECLINED");
        var lacks = await _service.As(Desk).ReadAsync($"{path}/readiness");
        Assert.Equal((1, "DECLINED"), ((int)lacks["peopleShort"], (string)lacks.Find("deployments.0.gaps.0")!));
        Assert.Equal("R25", (await _service.As(Desk).PostAsync($"{path}:depart", Nothing)).IsProblem(HttpStatusCode.Conflict, "PERSON_DECLINED").TextOf("rule"));
        _time.Advance(TimeSpan.FromMinutes(1));
        await SayAsync(path, person, "ACCEPTED");
        Assert.Equal(0, (int)(await _service.As(Desk).ReadAsync($"{path}/readiness"))["peopleShort"]);
        await _service.DoAsync(path, "depart");
    }

    [Fact, Rule("R12")]
    public async Task Work_that_would_be_over_is_neither_asked_for_nor_planned_nor_offered_by_a_link()
    {
        var person = await _service.ActiveAsync(Body("Ama Late"));
        object over = new { requester = "ENVOY", country = "KEN", purpose = "Prepares.", tasks = new[] { "PLANNING" }, people = 1, mode = "IN_PERSON", neededBy = "2026-12-01", firstDay = "2026-11-01", lastDay = "2026-11-27" };
        Assert.NotNull((await _service.As(Envoy).PostAsync(Collection, over)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.lastDay"));
        var path = await _service.AskAsync();
        var (profile, firstDay, lastDay) = (NameOf(person), "2026-11-01", "2026-11-27");
        Assert.NotNull((await _service.As(Desk).PostAsync($"{path}/deployments", new { profile, firstDay, lastDay })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.lastDay"));
        Assert.NotNull((await _service.As(Desk).PostAsync($"{path}/calls:askByLink", new { profile, told = "A draft", firstDay, lastDay })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.lastDay"));
    }

    [Fact, Rule("R14"), Rule("R16"), Rule("R21")]
    public async Task What_a_deployment_still_lacks_is_told_side_by_side()
    {
        var person = await _service.ActiveAsync(Body("Ama Sent"));
        (await _service.As(Desk).PatchAsync(person, new { deployability = new { standbyUntil = "2027-03-15" } }, "*")).Is(HttpStatusCode.OK);
        var path = await _service.PlannedAsync(Ask(), person);
        var lacks = (await _service.As(Desk).ReadAsync($"{path}/readiness")).Is(HttpStatusCode.OK);
        Assert.Equal(["NOT_ACCEPTED", "NOT_AVAILABLE", "CONTRACT_ENDS", "CONFLICT_OF_INTEREST", "NOT_BRIEFED", "NOT_CLEARED", "NO_TRAVEL_CLEARANCE"], lacks["deployments.0.gaps"].AsArray().Select(g => (string)g!));

        (await _service.As(Desk).PostAsync($"{person}/availability", new { startDate = "2027-03-01", endDate = "2027-03-31", kind = "IN_PERSON" })).Is(HttpStatusCode.Created);
        (await _service.As(Desk).PatchAsync(person, new { nationalities = new[] { "UGA" }, deployability = new { standbyUntil = "2027-03-31" } }, "*")).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{path}/calls", new { profile = NameOf(person), outcome = "ACCEPTED" })).Is(HttpStatusCode.Created);
        await _service.DoAsync(Assert.Single(await _service.DeploymentsAsync(path)), "brief", new { on = "2026-11-27", briefedBy = "The desk", topics = new[] { "SECURITY", "GENDER" } });
        (await _service.As(Desk).PatchAsync((await _service.DeploymentsAsync(path))[0], new { travel = new { state = "GRANTED" }, security = new { state = "GRANTED" } }, "*")).Is(HttpStatusCode.OK);
        Assert.Empty((await _service.As(Desk).ReadAsync($"{path}/readiness"))["deployments.0.gaps"].AsArray());
    }

    [Fact, Rule("R15")]
    public async Task Of_days_that_are_taken_it_is_told_that_the_person_says_no_to_one_of_them()
    {
        var person = await _service.ActiveAsync(Body("Ama Taken"));
        var path = await _service.PlannedAsync(Ask(), person);
        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("NOT_AVAILABLE", await GapsAsync());
        object Window(string kind) => new { startDate = "2027-03-30", endDate = "2027-04-02", kind };
        Assert.Equal("R15", (await _service.As(Desk).PostAsync($"{person}/availability", Window("REMOTE"))).IsProblem(HttpStatusCode.Conflict, "DAYS_TAKEN").TextOf("rule"));
        (await _service.As(Desk).PostAsync($"{person}/availability", Window("UNAVAILABLE"))).Is(HttpStatusCode.Created);
        Assert.Contains("NOT_AVAILABLE", await GapsAsync());

        async Task<string[]> GapsAsync() => [.. (await _service.As(Desk).ReadAsync($"{path}/readiness"))["deployments.0.gaps"].AsArray().Select(g => (string)g!)];
    }

    [Fact, Rule("R12")]
    public async Task Every_wrong_field_of_a_request_is_named_and_nothing_is_written()
    {
        var wrong = (await _service.As(Envoy).PostAsync(Collection, new
        {
            process = "processes/x",
            country = "XXX",
            purpose = " ",
            tasks = Array.Empty<string>(),
            functions = new[] { "DRAFTING", "DRAFTING" },
            people = 21,
            neededBy = "2026-11-27",
            firstDay = "2027-03-02",
            lastDay = "2027-03-01",
        })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(["country", "functions", "lastDay", "mode", "neededBy", "people", "process", "purpose", "requester", "tasks"], wrong["errors"].AsObject().Select(e => e.Key).Order(StringComparer.Ordinal));
        (await _service.As(Envoy).PostAsync(Collection, Ask(classification: "STRICTLY_CONFIDENTIAL"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Empty((await _service.As(Cleared).ReadAsync(Collection))["items"].AsArray());
    }

    private async Task SayAsync(string request, string person, string outcome) =>
        (await _service.As(Desk).PostAsync($"{request}/calls", new { profile = NameOf(person), outcome })).Is(HttpStatusCode.Created);

    private void Later(int hours) => _time.Advance(TimeSpan.FromHours(hours));
}
