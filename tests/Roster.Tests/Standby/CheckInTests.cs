using System.Net;
using Concord.Contracts.Access;
using Concord.Roster.Tests.Erasure;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Standby.StandbyClient;

namespace Concord.Roster.Tests.Standby;

/// <summary>How those are who are sent; and that all of it is the person's, to read and to end.</summary>
public sealed class CheckInTests : IAsyncLifetime
{
    private static readonly TestCaller s_person = TestCaller.Person(Union, Roles.Analyst) with { Clearance = Classification.Unclassified };
    private readonly Canaries _said = new();
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R23")]
    public async Task A_check_in_is_seen_by_mediation_support_read_one_by_one_and_lies_open_nowhere()
    {
        var (_, _, deployment) = await SentAsync();
        var path = await CheckInAsync(deployment);
        Assert.False(_said.AreIn((await _service.As(Desk).ReadAsync($"{deployment}/checkIns")).Is(HttpStatusCode.OK).Text));
        Assert.True(_said.AreIn((await _service.As(Desk).ReadAsync(path)).TextOf("note")));
        Assert.Empty(await _said.ColumnsInAsync(_service.Services));
        foreach (var caller in (TestCaller[])[Envoy, Approver, HeadOfMission])
        {
            (await _service.As(caller).ReadAsync(path)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }

        (await _service.As(Uncleared).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R23")]
    public async Task Also_of_an_open_deployment_a_check_in_is_for_those_who_are_cleared_for_what_is_confidential()
    {
        var request = await _service.PlannedAsync(Ask("UNCLASSIFIED"), await _service.ActiveAsync(Body("Ama Open", "UNCLASSIFIED")));
        (await _service.ApproveAsync(request)).Is(HttpStatusCode.OK);
        var deployment = Assert.Single(await _service.DeploymentsAsync(request));
        (await _service.As(Uncleared).ReadAsync(deployment)).Is(HttpStatusCode.OK);
        (await _service.As(Uncleared).ReadAsync($"{deployment}/checkIns")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R159")]
    public async Task The_own_document_holds_the_deployments_the_calls_and_the_check_ins_and_nothing_of_the_request()
    {
        var (person, request, deployment) = await SentAsync(purpose: "The secret purpose");
        await CheckInAsync(deployment);
        (await _service.As(Desk).PostAsync($"{request}/calls", new { profile = NameOf(person), outcome = "ACCEPTED", remark = "With joy" })).Is(HttpStatusCode.Created);
        await _service.PlanAsync(request, person, firstDay: "2028-01-01", lastDay: "2028-01-02"); // only planned
        var own = (await _service.As(s_person).ReadAsync("/api/v1/me/profile:export")).Is(HttpStatusCode.OK);
        Assert.Equal((NameOf(deployment), "CONFIRMED"), (Assert.Single(own["deployments"].AsArray())!["name"]!.GetValue<string>(), own.TextOf("deployments.0.state")));
        Assert.Equal("With joy", own.TextOf("calls.0.remark"));
        Assert.True(_said.AreIn(own.TextOf("checkIns.0.note")));
        Assert.DoesNotContain("secret purpose", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(NameOf(request), own.Text, StringComparison.Ordinal);
    }

    [Fact, Rule("R20")]
    public async Task An_erasure_ends_deployments_calls_and_check_ins_and_leaves_the_request_with_its_times()
    {
        var (person, request, deployment) = await SentAsync();
        var checkIn = await CheckInAsync(deployment);
        var link = (await _service.As(Desk).PostAsync($"{request}/calls:askByLink", new { profile = NameOf(person), told = "A draft" }, "kept")).Is(HttpStatusCode.Created).TextOf("token");
        await _service.As(Desk).PostAsync($"{request}/calls", new { profile = NameOf(person), outcome = "ACCEPTED", remark = _said.Text() });
        var brief = new { on = "2026-01-31", briefedBy = _said.Text(), topics = new[] { "SECURITY" } };
        (await _service.As(Desk).PostAsync($"{deployment}:brief", brief, "briefed")).Is(HttpStatusCode.OK);
        await _service.EraseAsync(person);
        foreach (var path in (string[])[deployment, checkIn, $"{deployment}/checkIns"])
        {
            (await _service.As(Cleared).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        Assert.Empty(await _service.As(Cleared).ReadAllAsync($"{request}/calls"));
        (await _service.As(null).PostAsync("/standby/calls:open", new { token = link }, key: "")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Desk).PostAsync($"{deployment}:brief", brief, "briefed")).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT");
        Assert.Equal("APPROVED", (await _service.As(Desk).ReadAsync(request)).Is(HttpStatusCode.OK).TextOf("state"));
        Assert.Empty(await _said.ColumnsInAsync(_service.Services));
    }

    private async Task<(string Person, string Request, string Deployment)> SentAsync(string purpose = "Prepares a first round.")
    {
        var person = await _service.ActiveAsync(Body("Ama Sent"));
        (await _service.As(Desk).PatchAsync(person, new { person = s_person.Subject }, "*")).Is(HttpStatusCode.OK);
        var request = await _service.PlannedAsync(Ask(purpose: purpose), person);
        (await _service.ApproveAsync(request)).Is(HttpStatusCode.OK);
        return (person, request, Assert.Single(await _service.DeploymentsAsync(request)));
    }

    private async Task<string> CheckInAsync(string deployment) =>
        (await _service.As(Desk).PostAsync($"{deployment}/checkIns", new { on = "2026-01-31", kind = "HELD", note = _said.Text() })).Is(HttpStatusCode.Created).Location!.ToString();
}
