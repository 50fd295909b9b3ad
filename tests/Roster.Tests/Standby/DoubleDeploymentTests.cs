using System.Net;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Standby.StandbyClient;

namespace Concord.Roster.Tests.Standby;

/// <summary>A person is not sent twice at the same time; between two who decide at the same moment the store decides.</summary>
public sealed class DoubleDeploymentTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync(_directory);

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R15")]
    public async Task A_person_on_duty_is_not_sent_twice_and_on_the_day_after_is()
    {
        var person = await _service.ActiveAsync(Body("Ama Once"));
        (await _service.ApproveAsync(await _service.PlannedAsync(Ask(), person))).Is(HttpStatusCode.OK);
        foreach (var (first, last) in ((string, string)[])[("2027-03-31", "2027-04-30"), ("2027-02-01", "2027-03-01"), ("2027-03-10", "2027-03-11"), ("2027-02-01", "2027-04-30")])
        {
            var second = await _service.PlannedAsync(Ask(firstDay: first, lastDay: last), person);
            Assert.Equal("R15", (await _service.ApproveAsync(second)).IsProblem(HttpStatusCode.Conflict, "PERSON_DEPLOYED").TextOf("rule"));
            Assert.Equal("ACKNOWLEDGED", (await _service.As(Desk).ReadAsync(second)).TextOf("state"));
        }

        (await _service.ApproveAsync(await _service.PlannedAsync(Ask(firstDay: "2027-04-01", lastDay: "2027-04-30"), person))).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R15")]
    public async Task Work_from_afar_stands_beside_other_work_where_both_leads_agree_and_two_journeys_never()
    {
        var person = await _service.ActiveAsync(Body("Ama Afar"));
        var there = await _service.PlannedAsync(Ask(), person);
        (await _service.ApproveAsync(there)).Is(HttpStatusCode.OK);
        var afar = await _service.PlannedAsync(Ask(mode: "REMOTE"), person);
        (await _service.ApproveAsync(afar)).IsProblem(HttpStatusCode.Conflict, "PERSON_DEPLOYED");
        await _service.AgreeAsync(afar);
        (await _service.ApproveAsync(afar)).IsProblem(HttpStatusCode.Conflict, "PERSON_DEPLOYED"); // the lead of the work that is held has not agreed
        await _service.AgreeAsync(there);
        (await _service.ApproveAsync(afar)).Is(HttpStatusCode.OK);

        var journey = await _service.PlannedAsync(Ask(), person);
        await _service.AgreeAsync(journey);
        (await _service.ApproveAsync(journey)).IsProblem(HttpStatusCode.Conflict, "PERSON_DEPLOYED");
        var deployment = Assert.Single(await _service.DeploymentsAsync(afar));
        (await _service.As(Desk).PatchAsync(deployment, new { mode = "IN_PERSON" }, "*")).IsProblem(HttpStatusCode.Conflict, "DEPLOYMENT_APPROVED");
        (await _service.As(Desk).PatchAsync(deployment, new { tasks = "Less.", lastDay = "2027-03-20" }, "*")).Is(HttpStatusCode.OK); // what is shorter is agreed to
    }

    [Fact, Rule("R15")]
    public async Task What_two_deployments_rest_on_is_not_taken_away_under_them_and_is_once_one_is_called_off()
    {
        var person = await _service.ActiveAsync(Body("Ama Two"));
        var (there, afar) = (await _service.PlannedAsync(Ask(), person), await _service.PlannedAsync(Ask(mode: "REMOTE", firstDay: "2027-03-31", lastDay: "2027-04-30"), person));
        foreach (var request in (string[])[there, afar])
        {
            await _service.AgreeAsync(request);
            (await _service.ApproveAsync(request)).Is(HttpStatusCode.OK);
        }

        var (first, second) = (Assert.Single(await _service.DeploymentsAsync(there)), Assert.Single(await _service.DeploymentsAsync(afar)));
        foreach (var deployment in (string[])[first, second])
        {
            Assert.Equal("R15", (await _service.As(Mediator).PostAsync($"{deployment}:withdrawAgreement", Nothing)).IsProblem(HttpStatusCode.Conflict, "AGREEMENT_CARRIES_TWO_DEPLOYMENTS").TextOf("rule"));
            Assert.Equal(Union, (await _service.As(Desk).ReadAsync(deployment)).TextOf("leadAgreement.organization"));
        }

        await _service.DoAsync(second, "cancel", new { reason = "Off." });
        Assert.Null((await _service.DoAsync(first, "withdrawAgreement", caller: Mediator)).Find("leadAgreement"));
        var again = await _service.PlannedAsync(Ask(mode: "REMOTE"), person);
        await _service.AgreeAsync(again);
        (await _service.ApproveAsync(again)).IsProblem(HttpStatusCode.Conflict, "PERSON_DEPLOYED");
    }

    [Fact, Rule("R15")]
    public async Task Of_an_agreement_that_is_taken_back_and_a_decision_that_rests_on_it_at_the_same_moment_one_wins()
    {
        await using var other = await RosterClient.StartAsync(_directory);
        for (var round = 0; round < 4; round++)
        {
            var person = await _service.ActiveAsync(Body($"Ama Back {round}"));
            var (there, afar) = (await _service.PlannedAsync(Ask(), person), await _service.PlannedAsync(Ask(mode: "REMOTE"), person));
            await _service.AgreeAsync(there);
            await _service.AgreeAsync(afar);
            (await _service.ApproveAsync(there)).Is(HttpStatusCode.OK);
            var deployment = Assert.Single(await _service.DeploymentsAsync(there));
            var answers = await Task.WhenAll(Task.Run(() => _service.As(Mediator).PostAsync($"{deployment}:withdrawAgreement", Nothing)), Task.Run(() => other.ApproveAsync(afar)));
            Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        }
    }

    [Fact, Rule("R12"), Rule("R15")]
    public async Task What_another_person_has_approved_is_made_shorter_and_nothing_else()
    {
        var request = await _service.PlannedAsync(Ask(lastDay: "2027-04-20"), await _service.ActiveAsync(Body("Ama Sent")));
        var deployment = Assert.Single(await _service.DeploymentsAsync(request));
        (await _service.As(Desk).PatchAsync(deployment, new { lastDay = "2027-04-15" }, "*")).Is(HttpStatusCode.OK); // nobody has decided yet
        (await _service.ApproveAsync(request)).Is(HttpStatusCode.OK);
        foreach (var wider in (object[])[new { lastDay = "2027-04-16" }, new { firstDay = "2027-02-28" }, new { function = "LOGISTICS" }, new { mode = "REMOTE" }])
        {
            (await _service.As(Desk).PatchAsync(deployment, wider, "*")).IsProblem(HttpStatusCode.Conflict, "DEPLOYMENT_APPROVED");
        }

        Assert.Equal("2027-04-10", (await _service.As(Desk).PatchAsync(deployment, new { lastDay = "2027-04-10", tasks = "Shorter." }, "*")).Is(HttpStatusCode.OK).TextOf("lastDay"));
    }

    [Fact, Rule("R15")]
    public async Task All_who_are_planned_are_confirmed_or_nobody_is()
    {
        var (busy, free) = (await _service.ActiveAsync(Body("Ama Busy")), await _service.ActiveAsync(Body("Bela Free")));
        (await _service.ApproveAsync(await _service.PlannedAsync(Ask(), busy))).Is(HttpStatusCode.OK);
        (await _service.ApproveAsync(await _service.PlannedAsync(Ask(people: 2), free, busy))).IsProblem(HttpStatusCode.Conflict, "PERSON_DEPLOYED");
        (await _service.ApproveAsync(await _service.PlannedAsync(Ask(), free))).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R15")]
    public async Task Of_eight_decisions_at_the_same_moment_about_one_person_at_two_instances_exactly_one_wins()
    {
        await using var other = await RosterClient.StartAsync(_directory);
        for (var round = 0; round < 3; round++)
        {
            var person = await _service.ActiveAsync(Body($"Ama Race {round}"));
            List<string> requests = [];
            for (var i = 0; i < 8; i++)
            {
                requests.Add(await _service.PlannedAsync(Ask(firstDay: $"2027-03-{10 + i}"), person));
            }

            var answers = await Task.WhenAll(requests.Select((r, i) => Task.Run(() => (i % 2 == 0 ? _service : other).ApproveAsync(r))));
            Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
            Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Contains(a.TextOf("reason"), (string[])["PERSON_DEPLOYED", "CONCURRENT_CHANGE", "ETAG_MISMATCH"])); // the last two ask to read and decide again
            var held = await _service.As(Desk).ReadAllAsync($"/api/v1/deployments?profile={NameOf(person)}&state=CONFIRMED");
            Assert.Single(held);
        }
    }

    [Fact, Rule("R15"), Rule("R27")]
    public async Task Who_is_on_duty_is_found_by_no_search_for_these_days_and_proposed_for_no_team_at_either_instance()
    {
        await using var other = await RosterClient.StartAsync(_directory);
        var person = await _service.ActiveAsync(Body("Ama Duty"));
        (await _service.As(Desk).PatchAsync(person, new { functions = new[] { "DRAFTING" } }, "*")).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{person}/availability", new { startDate = "2027-02-01", endDate = "2027-06-30", kind = "IN_PERSON" })).Is(HttpStatusCode.Created);
        var request = await _service.PlannedAsync(Ask(), person);
        await FindsAsync(true, "2027-03-10", "2027-03-20");
        (await _service.ApproveAsync(request)).Is(HttpStatusCode.OK);
        await FindsAsync(false, "2027-03-10", "2027-03-20");
        await FindsAsync(false, "2027-03-31", "2027-04-02");
        await FindsAsync(false, "2027-02-20", "2027-04-20");
        await FindsAsync(true, "2027-04-01", "2027-05-31");
        await FindsAsync(true, "2027-02-01", "2027-02-28");

        var wish = new { largestSize = 1, functions = new[] { "DRAFTING" }, availability = new { startDate = "2027-03-10", endDate = "2027-03-20", mode = "REMOTE" }, withoutWomanReason = "x" };
        var composed = (await _service.As(Desk).PostAsync("/api/v1/teams:compose", wish, key: "")).Is(HttpStatusCode.OK);
        Assert.Equal("DEPLOYED", composed.TextOf("leftOut.0.reason"));
        (await _service.As(Desk).PostAsync($"{request}:decline", new { reason = "Off." })).Is(HttpStatusCode.OK);
        await FindsAsync(true, "2027-03-10", "2027-03-20");

        async Task FindsAsync(bool found, string startDate, string endDate)
        {
            foreach (var (instance, mode) in new[] { (_service, "IN_PERSON"), (_service, "REMOTE"), (other, "IN_PERSON") })
            {
                await Eventually.TrueAsync(
                    async () => (await instance.SearchAsync(Desk, new { availability = new { startDate, endDate, mode } })).NamesIn().Contains("Ama Duty") == found, $"{startDate} to {endDate}: {found}");
            }
        }
    }

    [Fact, Rule("R15")]
    public async Task Who_is_back_before_the_last_day_is_free_from_the_next_day_on()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var person = await _service.ActiveAsync(Body("Ama Back"));
        var path = await _service.PlannedAsync(Ask(firstDay: Day(0), lastDay: Day(60)), person);
        (await _service.ApproveAsync(path)).Is(HttpStatusCode.OK);
        await _service.ClearAsync(path);
        await _service.DoAsync(path, "depart");
        var deployment = Assert.Single(await _service.DeploymentsAsync(path));
        (await _service.As(Desk).PostAsync($"{deployment}:return", new { lastDay = Day(1) })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(Day(0), (await _service.DoAsync(deployment, "return", new { lastDay = Day(0) })).TextOf("lastDay"));
        (await _service.ApproveAsync(await _service.PlannedAsync(Ask(firstDay: Day(1), lastDay: Day(9)), person))).Is(HttpStatusCode.OK);

        string Day(int ahead) => $"{today.AddDays(ahead):O}";
    }

    [Fact, Rule("R26")]
    public async Task Who_is_suspended_or_takes_the_consent_back_is_neither_planned_nor_confirmed_and_does_not_depart()
    {
        var (suspended, silent) = (await _service.ActiveAsync(Body("Ama Suspended")), await _service.ActiveAsync(Body("Bela Silent")));
        var (first, second) = (await _service.PlannedAsync(Ask(), suspended), await _service.PlannedAsync(Ask(), silent));
        (await _service.As(Desk).PostAsync($"{suspended}:suspend", new { reason = "x" })).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{silent}:withdrawConsent", new { scope = "SEARCH" })).Is(HttpStatusCode.OK);
        (await _service.ApproveAsync(first)).IsProblem(HttpStatusCode.Conflict, "NOT_DEPLOYABLE");
        (await _service.ApproveAsync(second)).IsProblem(HttpStatusCode.Conflict, "NOT_DEPLOYABLE");
        (await _service.As(Desk).PostAsync($"{first}/deployments", new { profile = NameOf(suspended) })).IsProblem(HttpStatusCode.Conflict, "NOT_DEPLOYABLE");

        var third = await _service.ActiveAsync(Body("Cora Confirmed"));
        var confirmed = await _service.PlannedAsync(Ask(mode: "REMOTE"), third);
        (await _service.ApproveAsync(confirmed)).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{third}:suspend", new { reason = "x" })).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{confirmed}:depart", Nothing)).IsProblem(HttpStatusCode.Conflict, "NOT_DEPLOYABLE");
    }
}
