using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Designation.V1;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Standby.StandbyClient;

namespace Concord.Roster.Tests.Standby;

/// <summary>Who sees a request, and of it who is sent.</summary>
public sealed class StandbySightTests : IAsyncLifetime
{
    private static readonly TestCaller s_other = TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000003", Roles.HeadOfMission);
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R137")]
    public async Task A_request_is_seen_by_whoever_asks_by_mediation_support_and_the_appointing_authority_and_by_nobody_else()
    {
        var path = await _service.PlannedAsync(Ask(), await _service.ActiveAsync(Body("Ama Sent")));
        var deployment = Assert.Single(await _service.DeploymentsAsync(path));
        foreach (var caller in (TestCaller[])[Envoy, Desk, Approver, TestCaller.Person(Union, Roles.HeadOfMission)])
        {
            (await _service.As(caller).ReadAsync(path)).Is(HttpStatusCode.OK);
            (await _service.As(caller).ReadAsync(deployment)).Is(HttpStatusCode.OK);
        }

        foreach (var caller in (TestCaller[])[s_other, Uncleared, Envoy with { Clearance = Classification.Unclassified }])
        {
            foreach (var address in (string[])[path, deployment])
            {
                (await _service.As(caller).ReadAsync(address)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            }

            Assert.Empty(await _service.As(caller).ReadAllAsync(Collection));
            Assert.Empty(await _service.As(caller).ReadAllAsync("/api/v1/deployments"));
            Assert.Equal(0, (await _service.As(caller).ReadAsync($"{Collection}:figures?since=2020-01-01&until=2029-12-31")).Is(HttpStatusCode.OK)["all.requests"].GetValue<int>());
        }

        (await _service.As(Envoy).PostAsync($"{path}:acknowledge", Nothing)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(Uncleared).PostAsync($"{path}:decline", new { reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R137")]
    public async Task One_that_is_not_classified_is_not_for_other_organizations_either()
    {
        var path = await _service.PlannedAsync(Ask("UNCLASSIFIED"), await _service.ActiveAsync(Body("Ama Open", "UNCLASSIFIED")));
        var deployment = Assert.Single(await _service.DeploymentsAsync(path));
        foreach (var address in (string[])[path, deployment])
        {
            (await _service.As(s_other).ReadAsync(address)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            (await _service.As(Envoy).ReadAsync(address)).Is(HttpStatusCode.OK);
        }

        Assert.Empty(await _service.As(s_other).ReadAllAsync(Collection));
        Assert.Empty(await _service.As(s_other).ReadAllAsync("/api/v1/deployments"));
        Assert.Equal(0, (await _service.As(s_other).ReadAsync($"{Collection}:figures?since=2020-01-01&until=2029-12-31")).Is(HttpStatusCode.OK)["all.requests"].GetValue<int>());
    }

    [Fact, Rule("R137")]
    public async Task Whoever_asks_is_not_told_of_a_person_whom_they_may_not_see()
    {
        var officer = TestCaller.Person(Union, Roles.RegionalOfficer);
        var path = await _service.AskAsync(caller: officer);
        await _service.DoAsync(path, "acknowledge");
        await _service.PlanAsync(path, await _service.ActiveAsync(Body("Ama Hidden")));
        var own = await _service.PlanAsync(path, await _service.ActiveAsync(Body("Bela Own", owner: Union)));
        Assert.Equal([own], (await _service.As(officer).ReadAllAsync($"/api/v1/deployments?request={NameOf(path)}")).Select(d => $"/api/v1/{(string)d["name"]!}"));
        Assert.Equal(2, (await _service.DeploymentsAsync(path)).Length);
    }

    [Fact, Rule("R15"), Rule("R137")]
    public async Task The_organization_that_leads_a_process_sees_its_requests_and_who_is_sent_for_them_and_nothing_of_the_other_work()
    {
        var person = await _service.ActiveAsync(Body("Ama Two"));
        var path = await _service.PlannedAsync(Ask(process: KnownProcesses.Confidential), person);
        var elsewhere = await _service.PlannedAsync(Ask(mode: "REMOTE"), person);
        var (deployment, other) = (Assert.Single(await _service.DeploymentsAsync(path)), Assert.Single(await _service.DeploymentsAsync(elsewhere)));
        var (lead, next) = (TestCaller.Person(s_other.Organization!, Roles.LeadMediator), TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000004", Roles.LeadMediator));
        await SeesAsync(lead, false);
        await _service.HearAsync(new LeadDesignated(KnownProcesses.Confidential, [lead.Organization!], "Forum", 1, 1, DateTime.UtcNow));
        await SeesAsync(lead, true);
        await SeesAsync(next, false);
        (await _service.As(lead with { Clearance = Classification.Unclassified }).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        foreach (var act in (string[])[$"{path}:acknowledge", $"{path}:approve", $"{path}:depart", $"{deployment}:confirm"])
        {
            (await _service.As(lead).PostAsync(act, Nothing)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }

        await _service.HearAsync(new LeadDesignated(KnownProcesses.Confidential, [next.Organization!], "Union", 2, 2, DateTime.UtcNow));
        await SeesAsync(next, true);
        await SeesAsync(lead, false);
        await _service.HearAsync(new LeadEnded(KnownProcesses.Confidential, 2, "Done", 3, DateTime.UtcNow));
        await SeesAsync(next, false);

        async Task SeesAsync(TestCaller caller, bool sees)
        {
            foreach (var (address, status) in ((string, HttpStatusCode)[])[(path, sees ? HttpStatusCode.OK : HttpStatusCode.NotFound), (deployment, sees ? HttpStatusCode.OK : HttpStatusCode.NotFound), (elsewhere, HttpStatusCode.NotFound), (other, HttpStatusCode.NotFound)])
            {
                (await _service.As(caller).ReadAsync(address)).Is(status);
            }

            Assert.Equal(sees ? [path] : [], await SeenAsync(caller, Collection));
            Assert.Equal(sees ? [deployment] : [], await SeenAsync(caller, "/api/v1/deployments"));
            Assert.Equal(sees ? [deployment] : [], await SeenAsync(caller, $"/api/v1/deployments?profile={NameOf(person)}"));
        }
    }

    [Fact, Rule("R127")]
    public async Task A_strict_request_is_for_the_lead_only_where_its_people_are_named()
    {
        var (asking, lead) = (Cleared with { Subject = $"accounts/{Guid.NewGuid()}" }, TestCaller.Person(s_other.Organization!, Roles.LeadMediator) with { Clearance = Classification.StrictlyConfidential });
        _service.Name(asking, KnownProcesses.Strict);
        var path = await _service.AskAsync(Ask("STRICTLY_CONFIDENTIAL", process: KnownProcesses.Strict), asking);
        await _service.HearAsync(new LeadDesignated(KnownProcesses.Strict, [lead.Organization!], "Forum", 1, 1, DateTime.UtcNow));
        (await _service.As(lead).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty(await SeenAsync(lead, Collection));
        _service.Name(lead, KnownProcesses.Strict);
        (await _service.As(lead).ReadAsync(path)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R15")]
    public async Task Who_led_before_the_roster_listened_is_learnt_when_a_request_is_asked_for_and_when_it_is_taken_on()
    {
        var (known, mediator) = (_service.Services.GetRequiredService<KnownLeads>(), TestCaller.Person(s_other.Organization!, Roles.LeadMediator));
        var old = await _service.AskAsync(Ask(process: KnownProcesses.Confidential));
        known[KnownProcesses.Confidential] = new Lead { DisplayName = "Forum", Epoch = 3, Organizations = { s_other.Organization } };
        Assert.Empty(await SeenAsync(mediator, Collection));
        await _service.DoAsync(old, "acknowledge");
        Assert.Equal([old], await SeenAsync(mediator, Collection));

        known[KnownProcesses.Confidential] = new Lead { DisplayName = "Union", Epoch = 4, Organizations = { "organizations/0197a000-0000-7000-8000-000000000004" } };
        await _service.AskAsync(Ask(process: KnownProcesses.Confidential));
        Assert.Empty(await SeenAsync(mediator, Collection));
        await _service.HearAsync(new LeadDesignated(KnownProcesses.Confidential, [s_other.Organization!], "Forum", 3, 3, DateTime.UtcNow)); // late
        Assert.Empty(await SeenAsync(mediator, Collection));
    }

    [Fact, Rule("R15")]
    public async Task Nobody_who_asks_is_refused_because_the_lead_is_heard_of_at_the_same_moment()
    {
        var known = _service.Services.GetRequiredService<KnownLeads>();
        known[KnownProcesses.Confidential] = new Lead { DisplayName = "Forum", Epoch = 1, Organizations = { s_other.Organization } };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _service.As(Envoy).PostAsync(Collection, Ask(process: KnownProcesses.Confidential)))));
        Assert.All(answers, a => a.Is(HttpStatusCode.Created));
        Assert.Equal(8, (await SeenAsync(s_other, Collection)).Length);
    }

    [Fact, Rule("R127")]
    public async Task A_strict_request_for_a_process_is_for_those_who_are_named_in_its_compartment()
    {
        var named = Cleared with { Subject = $"accounts/{Guid.NewGuid()}" };
        (await _service.As(named).PostAsync(Collection, Ask("STRICTLY_CONFIDENTIAL", process: KnownProcesses.Strict))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        _service.Name(named, KnownProcesses.Strict);
        var path = await _service.AskAsync(Ask("STRICTLY_CONFIDENTIAL", process: KnownProcesses.Strict), named);
        (await _service.As(named).ReadAsync(path)).Is(HttpStatusCode.OK);
        (await _service.As(Cleared).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty(await _service.As(Cleared).ReadAllAsync(Collection));
    }

    [Fact, Rule("R137")]
    public async Task A_request_is_at_least_as_closely_classified_as_its_process_and_for_none_that_whoever_asks_does_not_see()
    {
        Assert.Equal("classification", Field((await _service.As(Envoy).PostAsync(Collection, Ask(process: KnownProcesses.Strict))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD")));
        Assert.Equal("process", Field((await _service.As(Envoy).PostAsync(Collection, Ask(process: "processes/0197a000-0000-7000-8000-0000000000ee"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD")));
        Assert.Equal("classification", Field((await _service.As(Envoy).PostAsync(Collection, Ask("UNCLASSIFIED", process: KnownProcesses.Confidential))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD")));
        (await _service.As(Envoy).PostAsync(Collection, Ask(process: KnownProcesses.Confidential))).Is(HttpStatusCode.Created);

        static string Field(ApiAnswer answer) => Assert.Single(answer["errors"].AsObject()).Key;
    }

    [Fact, Rule("R26")]
    public async Task Nobody_is_planned_for_a_request_that_more_people_see_than_the_person()
    {
        var path = await _service.AskAsync();
        var strict = await _service.ActiveAsync(Body("Ama Strict", "STRICTLY_CONFIDENTIAL"));
        (await _service.As(Cleared).PostAsync($"{path}/deployments", new { profile = NameOf(strict) })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(Desk).PostAsync($"{path}/deployments", new { profile = NameOf(strict) })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Cleared).PostAsync($"{path}/calls", new { profile = NameOf(strict), outcome = "ASKED" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(Cleared).PostAsync($"{path}/calls:askByLink", new { profile = NameOf(strict), told = "x" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact]
    public async Task Whoever_is_sent_does_not_decide_on_it()
    {
        var person = await _service.ActiveAsync(Body("Ama Herself"));
        (await _service.As(Desk).PatchAsync(person, new { person = Approver.Subject }, "*")).Is(HttpStatusCode.OK);
        (await _service.ApproveAsync(await _service.PlannedAsync(Ask(), person))).IsProblem(HttpStatusCode.Forbidden, "OWN_DEPLOYMENT");
    }

    private async Task<string[]> SeenAsync(TestCaller caller, string collection) => [.. (await _service.As(caller).ReadAllAsync(collection)).Select(r => $"/api/v1/{(string)r["name"]!}")];
}
