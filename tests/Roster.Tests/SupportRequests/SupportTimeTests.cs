using System.Net;
using Concord.Contracts.Access;
using Concord.Platform.Alerts;
using Concord.Roster.SupportRequests;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.SupportRequests.SupportClient;

namespace Concord.Roster.Tests.SupportRequests;

/// <summary>How long askers wait, and that somebody is told when it is too long (R25, R147).</summary>
public sealed class SupportTimeTests : IAsyncLifetime
{
    private const string Alerts = "/api/v1/alerts/roster";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync(b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)));

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R147")]
    public async Task Whoever_waits_too_long_is_told_of_once_until_an_answer_is_there()
    {
        var (late, other) = (await _service.AskAsync(), await _service.AskAsync(Asked("ROUTINE")));
        await LookAsync();
        Assert.Empty(await _service.As(Desk).ReadAllAsync(Alerts));
        _time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
        await LookAsync();
        await LookAsync();
        var alert = Assert.Single(await _service.As(Desk).ReadAllAsync(Alerts));
        Assert.Equal(("SUPPORT_REQUEST_OVERDUE", "WARNING", "R147", late["/api/v1/".Length..], "mediation-support"), ((string)alert["kind"]!, (string)alert["severity"]!, (string)alert["rule"]!, (string)alert["subject"]!, (string)alert["escalatedTo"]!));
        Assert.Equal([late["/api/v1/".Length..]], (await _service.As(Desk).ReadAllAsync($"{Collection}?overdue=true")).Select(r => (string)r["name"]!));

        await _service.AssignAsync(late);
        (await _service.StepAsync(late, "answer", new { outcome = "DECLINED", text = "Nobody is free." })).Is(HttpStatusCode.OK);
        await LookAsync();
        Assert.Empty(await _service.As(Desk).ReadAllAsync($"{Alerts}?open=true"));
        Assert.Single(await _service.As(Desk).ReadAllAsync($"{Alerts}?state=RESOLVED"));
        Assert.Equal("RECEIVED", (await _service.As(Desk).ReadAsync(other)).TextOf("state"));
    }

    [Fact, Rule("R147")]
    public async Task An_alert_is_seen_by_who_sees_the_request_and_may_be_taken_on()
    {
        await _service.AskAsync(Asked("IMMEDIATE"));
        _time.Advance(TimeSpan.FromDays(2));
        await LookAsync();
        var alert = Assert.Single(await _service.As(Officer).ReadAllAsync(Alerts));
        Assert.Equal("CRITICAL", (string)alert["severity"]!);
        Assert.Empty(await _service.As(TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000009", Roles.RegionalOfficer)).ReadAllAsync(Alerts));
        Assert.Empty(await _service.As(Uncleared).ReadAllAsync(Alerts));
        Assert.Empty(await _service.As(HeadOfMission).ReadAllAsync(Alerts));
        (await _service.As(TestCaller.Person(Officer.Organization!, Roles.Monitor)).ReadAsync(Alerts)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(Uncleared).PostAsync($"/api/v1/{alert["name"]}:acknowledge", new { note = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Desk).PostAsync($"/api/v1/{alert["name"]}:acknowledge", new { note = "Two experts are asked." })).Is(HttpStatusCode.OK);
        await LookAsync();
        Assert.Single(await _service.As(Desk).ReadAllAsync($"{Alerts}?state=ACKNOWLEDGED"));
    }

    [Fact]
    public void Every_role_that_is_asked_may_see_and_settle_it() => Assert.All(SupportAlerts.Overdue.Ladder, role =>
    {
        Assert.Contains(role, SupportAlerts.Overdue.Permission.Roles);
        Assert.Contains(role, RosterPermissions.ReadAlerts.Roles);
        Assert.Contains(role, RosterPermissions.SettleAlerts.Roles);
    });

    [Fact, Rule("R25")]
    public async Task Figures_tell_of_the_period_and_of_what_the_caller_sees_how_long_each_step_took()
    {
        var path = await _service.AskAsync();
        _time.Advance(TimeSpan.FromHours(1));
        (await _service.StepAsync(path, "triage", new { kind = "THEMATIC_ADVICE" })).Is(HttpStatusCode.OK);
        _time.Advance(TimeSpan.FromHours(1));
        (await _service.StepAsync(path, "assign")).Is(HttpStatusCode.OK);
        _time.Advance(TimeSpan.FromHours(2));
        (await _service.StepAsync(path, "answer", new { outcome = "ACCEPTED", text = "Yes." })).Is(HttpStatusCode.OK);
        _time.Advance(TimeSpan.FromHours(4.26));
        (await _service.As(Envoy).PostAsync($"{path}:close", new { usefulness = "HELPED" })).Is(HttpStatusCode.OK);
        await _service.AskAsync(Asked("IMMEDIATE", place: "DEU"), HeadOfMission);
        _time.Advance(TimeSpan.FromDays(2));

        var all = (await _service.As(Desk).ReadAsync($"{Collection}:figures")).Is(HttpStatusCode.OK);
        Assert.Equal((2, 1, 1), (all["received"].GetValue<int>(), all["open"].GetValue<int>(), all["overdue"].GetValue<int>()));
        Assert.Equal([1, 2, 4, 8.3], ((string[])["toTriage", "toAssignment", "toAnswer", "toClosing"]).Select(step => all[$"{step}.medianHours"].GetValue<double>()));
        Assert.Equal("""[{"of":"017","received":1,"open":0,"overdue":0,"toAnswer":{"count":1,"medianHours":4,"ninetiethHours":4}},{"of":"155","received":1,"open":1,"overdue":1}]""", all["byRegion"].ToJsonString());
        var own = (await _service.As(Officer).ReadAsync($"{Collection}:figures?from=2026-03-05&until=2026-03-05")).Is(HttpStatusCode.OK);
        Assert.Equal((1, 0, "THEMATIC_ADVICE"), (own["received"].GetValue<int>(), own["open"].GetValue<int>(), own.TextOf("byKind.0.of")));
        Assert.Equal(0, (await _service.As(Desk).ReadAsync($"{Collection}:figures?from=2026-02-01&until=2026-03-04")).Is(HttpStatusCode.OK)["received"].GetValue<int>());
    }

    private Task LookAsync() => _service.Services.GetRequiredService<AlertWatch<SupportRequestId>>().LookAsync(null, TestContext.Current.CancellationToken);
}
