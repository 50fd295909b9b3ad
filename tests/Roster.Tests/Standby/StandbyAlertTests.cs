using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Platform.Alerts;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Standby.StandbyClient;

namespace Concord.Roster.Tests.Standby;

/// <summary>The clock of a request, a departure without a briefing, and a review that nobody holds.</summary>
public sealed class StandbyAlertTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 8, 0, 0, TimeSpan.Zero));
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private TestService _service = null!;
    private TestService _other = null!;

    public async ValueTask InitializeAsync() => (_service, _other) = (await StartAsync(Configure, _directory), await StartAsync(Configure, _directory));

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _other.DisposeAsync();
    }

    [Fact, Rule("R12")]
    public async Task It_is_warned_of_a_day_before_the_time_is_over_and_when_it_is_one_alert_is_raised_at_two_replicas()
    {
        var request = await _service.AskAsync();
        _time.Advance(TimeSpan.FromHours(47.9));
        Assert.Empty(await AlertsAsync(request));
        _time.Advance(TimeSpan.FromHours(0.1));
        Assert.Equal(["STANDBY_DEADLINE_NEAR"], await AlertsAsync(request));
        await _service.DoAsync(request, "acknowledge");
        _time.Advance(TimeSpan.FromHours(23.9));
        Assert.Equal(["STANDBY_DEADLINE_NEAR"], await AlertsAsync(request));
        _time.Advance(TimeSpan.FromHours(0.2));
        Assert.Equal(["STANDBY_DEADLINE_PASSED"], await AlertsAsync(request));
        _time.Advance(TimeSpan.FromDays(9));
        Assert.Equal(["STANDBY_DEADLINE_PASSED"], await AlertsAsync(request));
        Assert.Equal(["STANDBY_DEADLINE_NEAR", "STANDBY_DEADLINE_PASSED"], await RaisedAsync(request)); // each told once
    }

    [Fact, Rule("R12")]
    public async Task Nobody_is_warned_of_a_request_that_departed_or_was_declined()
    {
        var (left, declined) = (await _service.PlannedAsync(Ask(mode: "REMOTE"), await _service.ActiveAsync(Body("Ama"))), await _service.AskAsync());
        (await _service.ApproveAsync(left)).Is(HttpStatusCode.OK);
        await _service.DoAsync(Assert.Single(await _service.DeploymentsAsync(left)), "brief", new { on = "2026-11-28", briefedBy = "The desk", topics = new[] { "SITUATION" } });
        _time.Advance(TimeSpan.FromHours(60));
        Assert.Equal(["STANDBY_DEADLINE_NEAR"], await AlertsAsync(left));
        await _service.DoAsync(left, "depart");
        await _service.DoAsync(declined, "decline", new { reason = "Off." });
        _time.Advance(TimeSpan.FromHours(60));
        Assert.Empty(await AlertsAsync(left));
        Assert.Empty(await AlertsAsync(declined));
    }

    [Fact, Rule("R21")]
    public async Task A_departure_without_a_briefing_is_told_until_one_was_held()
    {
        var request = await _service.PlannedAsync(Ask(mode: "REMOTE"), await _service.ActiveAsync(Body("Ama")));
        (await _service.ApproveAsync(request)).Is(HttpStatusCode.OK);
        Assert.Empty(await AlertsAsync(request));
        await _service.DoAsync(request, "depart");
        Assert.Equal(["DISPATCHED_WITHOUT_BRIEFING"], await AlertsAsync(request));
        var deployment = Assert.Single(await _service.DeploymentsAsync(request));
        (await _service.As(Desk).PostAsync($"{deployment}:brief", new { on = "2026-11-29", briefedBy = "The desk", topics = new[] { "SECURITY" } })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        await _service.DoAsync(deployment, "brief", new { on = "2026-11-28", briefedBy = "The desk", topics = new[] { "SECURITY" } });
        Assert.Empty(await AlertsAsync(request));
    }

    [Fact, Rule("R133")]
    public async Task A_review_that_is_overdue_is_told_until_it_is_recorded()
    {
        var request = await _service.PlannedAsync(Ask(mode: "REMOTE"), await _service.ActiveAsync(Body("Ama")));
        (await _service.ApproveAsync(request)).Is(HttpStatusCode.OK);
        await _service.DoAsync(Assert.Single(await _service.DeploymentsAsync(request)), "brief", new { on = "2026-11-28", briefedBy = "The desk", topics = new[] { "SITUATION" } });
        await _service.DoAsync(request, "depart");
        await _service.DoAsync(request, "complete");
        _time.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await AlertsAsync(request));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(["STANDBY_REVIEW_OVERDUE"], await AlertsAsync(request));
        await _service.DoAsync(request, "review", new { review = "Registry 1" });
        Assert.Empty(await AlertsAsync(request));
    }

    [Fact, Rule("R137")]
    public async Task Who_does_not_see_the_request_sees_no_alert_about_it()
    {
        var request = await _service.AskAsync();
        _time.Advance(TimeSpan.FromDays(4));
        Assert.Single(await AlertsAsync(request));
        var alert = (await _service.As(Envoy).ReadAllAsync("/api/v1/alerts/roster"))[0];
        Assert.Equal(NameOf(request), (string)alert["subject"]!);
        foreach (var caller in (TestCaller[])[TestCaller.Person(Some.Owner, Roles.HeadOfMission), Uncleared])
        {
            Assert.Empty(await _service.As(caller).ReadAllAsync("/api/v1/alerts/roster"));
            (await _service.As(caller).ReadAsync($"/api/v1/{(string)alert["name"]!}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time));
        builder.Configuration["Alerts:Interval"] = "3600"; // only when the test looks
    }

    private async Task<string[]> AlertsAsync(string request)
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => (i % 2 == 0 ? _service : _other).Services.GetRequiredService<AlertWatch<StandbyRequestId>>().LookAsync(null, TestContext.Current.CancellationToken))));
        return [.. (await _service.As(Desk).ReadAllAsync($"/api/v1/alerts/roster?open=true&subject={NameOf(request)}")).Select(a => (string)a["kind"]!)];
    }

    private async Task<string[]> RaisedAsync(string request)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var told = await scope.ServiceProvider.GetRequiredService<RosterDb>().Outbox.Where(m => m.Type == StandbyAlertRaised.Type).Select(m => m.Data).ToListAsync(TestContext.Current.CancellationToken);
        return [.. told.Select(d => JsonNode.Parse(d)!).Where(d => (string)d["request"]! == NameOf(request)).Select(d => (string)d["kind"]!).Order(StringComparer.Ordinal)];
    }
}
