using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Platform.Alerts;
using Concord.Platform.Persistence;
using Concord.Roster.Standby;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Standby.StandbyClient;

namespace Concord.Roster.Tests.Standby;

/// <summary>Each lead is asked to agree that somebody who is sent has other work on the same days, before anybody is refused for it.</summary>
public sealed class AgreementAlertTests : IAsyncLifetime
{
    private const string Alerts = "/api/v1/alerts/roster";
    private const string Kind = "LEAD_AGREEMENT_ASKED";
    private const string Forum = "organizations/0197a000-0000-7000-8000-000000000003";
    private static readonly TestCaller s_lead = TestCaller.Person(Forum, Roles.LeadMediator);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2027, 2, 1, 8, 0, 0, TimeSpan.Zero));
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync(Configure);

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R15")]
    public async Task Each_lead_is_asked_for_its_own_until_it_has_agreed_and_reads_nothing_of_the_other_work()
    {
        var (there, afar) = await BothAsync(await _service.ActiveAsync(Body("Ama Two")));
        foreach (var (request, other) in ((string, string)[])[(there, afar), (afar, there)])
        {
            var alert = Assert.Single(await OpenAsync(request));
            var deployment = NameOf(Assert.Single(await _service.DeploymentsAsync(request)));
            Assert.Equal(("WARNING", "R15", Roles.LeadMediator, deployment), ((string)alert["severity"]!, (string)alert["rule"]!, (string)alert["escalatedTo"]!, (string)alert["about"]!));
            Assert.Equal([deployment], alert["evidence"]!.AsArray().Select(e => (string)e!));
            Assert.Empty(alert["facts"]!.AsObject());
            Assert.All((string[])[NameOf(other), NameOf(Assert.Single(await _service.DeploymentsAsync(other)))], name => Assert.DoesNotContain(name.Split('/')[1], alert.ToJsonString(), StringComparison.Ordinal));
        }

        await _service.AgreeAsync(afar);
        Assert.Empty(await OpenAsync(afar));
        Assert.Single(await OpenAsync(there));
        await _service.AgreeAsync(there);
        Assert.Empty(await OpenAsync(there));
        await _service.DoAsync(Assert.Single(await _service.DeploymentsAsync(there)), "withdrawAgreement", caller: Mediator);
        Assert.Single(await OpenAsync(there));
    }

    [Fact, Rule("R15")]
    public async Task The_lead_of_work_that_is_held_is_asked_too_and_no_more_once_the_other_moves_or_is_called_off()
    {
        var person = await _service.ActiveAsync(Body("Ama Moves"));
        var there = await _service.PlannedAsync(Ask(), person);
        (await _service.ApproveAsync(there)).Is(HttpStatusCode.OK);
        var afar = await _service.PlannedAsync(Ask(mode: "REMOTE", lastDay: "2027-05-31"), person);
        var deployment = Assert.Single(await _service.DeploymentsAsync(afar));
        await LookAsync(afar); // as after a commit: what it touches is found by it
        Assert.Equal("1 1", await CountsAsync(there, afar));
        (await _service.As(Desk).PatchAsync(deployment, new { firstDay = "2027-04-01" }, "*")).Is(HttpStatusCode.OK);
        await LookAsync(afar);
        Assert.Equal("0 0", await CountsAsync(there, afar));
        (await _service.As(Desk).PatchAsync(deployment, new { firstDay = "2027-03-31" }, "*")).Is(HttpStatusCode.OK);
        await LookAsync(afar);
        Assert.Equal("1 1", await CountsAsync(there, afar));
        await _service.DoAsync(afar, "decline", new { reason = "Off." });
        await LookAsync(afar);
        Assert.Equal("0 0", await CountsAsync(there, afar));
    }

    [Fact, Rule("R15")]
    public async Task Nobody_is_asked_where_no_agreement_would_help()
    {
        var (journeys, apart, over) = (await _service.ActiveAsync(Body("Ama Journeys")), await _service.ActiveAsync(Body("Bela Apart")), await _service.ActiveAsync(Body("Cora Over")));
        List<string> requests =
        [
            await _service.PlannedAsync(Ask(), journeys), await _service.PlannedAsync(Ask(), journeys),
            await _service.PlannedAsync(Ask(), apart), await _service.PlannedAsync(Ask(mode: "REMOTE", firstDay: "2027-04-01", lastDay: "2027-04-30"), apart),
        ];
        var (there, afar) = await BothAsync(over);
        await LookAsync(null);
        Assert.Equal("0 0 0 0", await CountsAsync([.. requests]));
        Assert.Equal("1 1", await CountsAsync(there, afar));
        _time.Advance(TimeSpan.FromDays(58)); // 31 March, the last day
        await LookAsync(null);
        Assert.Equal("1 1", await CountsAsync(there, afar));
        _time.Advance(TimeSpan.FromDays(1));
        await LookAsync(null);
        Assert.Equal("0 0", await CountsAsync(there, afar));
    }

    [Fact, Rule("R15"), Rule("R137")]
    public async Task It_is_shown_to_those_who_can_agree_and_to_mediation_support()
    {
        var (there, own) = (await LedAsync(Body("Ama Led")), await LedAsync(Body("Bela Own", owner: Forum)));
        await _service.HearAsync(new LeadDesignated(KnownProcesses.Confidential, [Forum], "Forum", 1, 1, DateTime.UtcNow));
        await LookAsync(null);
        Assert.Equal([NameOf(there), NameOf(own)], await SubjectsAsync(s_lead, there, own));
        Assert.Equal([NameOf(there), NameOf(own)], await SubjectsAsync(Desk, there, own));
        Assert.Equal([NameOf(own)], await SubjectsAsync(TestCaller.Person(Forum, Roles.RegionalOfficer), there, own)); // the other person is none whom the officer sees
        foreach (var caller in (TestCaller[])[Mediator, Envoy, Approver, s_lead with { Clearance = Classification.Unclassified }, TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000004", Roles.LeadMediator)])
        {
            Assert.Empty(await SubjectsAsync(caller, there, own)); // the first asked, and does not lead
        }

        var alert = (string)Assert.Single(await OpenAsync(there))["name"]!;
        (await _service.As(Mediator).PostAsync($"/api/v1/{alert}:resolve", new { reason = "Not needed." })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(s_lead).PostAsync($"/api/v1/{alert}:acknowledge", new { note = "Asks the team." })).Is(HttpStatusCode.OK);
        await _service.HearAsync(new LeadEnded(KnownProcesses.Confidential, 1, "Done", 2, DateTime.UtcNow));
        Assert.Empty(await SubjectsAsync(s_lead, there, own));
    }

    [Fact, Rule("R15"), Rule("R127")]
    public async Task Work_that_is_planned_and_more_closely_classified_is_told_of_to_nobody_who_is_not_cleared_for_it()
    {
        var person = await _service.ActiveAsync(Body("Ama Open", "UNCLASSIFIED"));
        var open = await _service.PlannedAsync(Ask("UNCLASSIFIED", "REMOTE"), person);
        var uncleared = Mediator with { Clearance = Classification.Unclassified };
        var strict = await _service.AskAsync(Ask("STRICTLY_CONFIDENTIAL"), Cleared);
        await _service.DoAsync(strict, "acknowledge", caller: Cleared);
        (await _service.As(Cleared).PostAsync($"{strict}/deployments", new { profile = NameOf(person) })).Is(HttpStatusCode.Created);
        await LookAsync(null);
        Assert.Empty(await SubjectsAsync(Cleared, open)); // those who see the work itself are asked for that one
        Assert.Single(await SubjectsAsync(Cleared, strict));
        await _service.DoAsync(strict, "decline", new { reason = "Off." }, Cleared);

        var confidential = await _service.PlannedAsync(Ask(), person);
        await LookAsync(null);
        Assert.Empty(await SubjectsAsync(uncleared, open));
        Assert.Single(await SubjectsAsync(Mediator, open));
        (await _service.ApproveAsync(confidential)).Is(HttpStatusCode.OK);
        await LookAsync(null);
        Assert.Single(await SubjectsAsync(uncleared, open)); // whoever searches finds the person busy
    }

    [Fact, Rule("R15"), Rule("R127")]
    public async Task Work_that_is_planned_for_a_process_that_has_become_strictly_confidential_is_told_of_to_nobody()
    {
        var person = await _service.ActiveAsync(Body("Ama Open"));
        var open = await _service.PlannedAsync(Ask(mode: "REMOTE"), person);
        await _service.PlannedAsync(Ask(process: KnownProcesses.Confidential), person);
        Assert.Single(await OpenAsync(open));
        await _service.HearAsync(new ProcessRestricted(KnownProcesses.Confidential, Cleared.Subject, 2, DateTime.UtcNow));
        Assert.Empty(await OpenAsync(open));
    }

    [Fact, Rule("R15"), Rule("R127")]
    public async Task Within_one_such_process_the_lead_is_asked_and_between_two_nobody_is_told()
    {
        var named = Cleared with { Subject = $"accounts/{Guid.NewGuid()}" };
        _service.Name(named, KnownProcesses.Confidential, KnownProcesses.Strict);
        var person = await _service.ActiveAsync(Body("Ama Open"));
        var afar = await _service.PlannedAsync(Ask(mode: "REMOTE", process: KnownProcesses.Confidential), person);
        var there = await _service.PlannedAsync(Ask(process: KnownProcesses.Confidential), person);
        await _service.HearAsync(new ProcessRestricted(KnownProcesses.Confidential, named.Subject, 2, DateTime.UtcNow));
        await LookAsync(null);
        Assert.Equal(new[] { NameOf(afar), NameOf(there) }.Order(), (await SubjectsAsync(named, afar, there)).Order());

        await _service.DoAsync(there, "decline", new { reason = "Off." }, named);
        var strict = await _service.AskAsync(Ask("STRICTLY_CONFIDENTIAL", process: KnownProcesses.Strict), named);
        await _service.DoAsync(strict, "acknowledge", caller: named);
        (await _service.As(named).PostAsync($"{strict}/deployments", new { profile = NameOf(person) })).Is(HttpStatusCode.Created);
        await LookAsync(null);
        Assert.Empty(await SubjectsAsync(named, afar, strict));
    }

    private async Task<(string There, string Afar)> BothAsync(string person) => (await _service.PlannedAsync(Ask(), person), await _service.PlannedAsync(Ask(mode: "REMOTE"), person));

    /// <summary>A request for a process, for which somebody is planned who has other work.</summary>
    private async Task<string> LedAsync(object body)
    {
        var person = await _service.ActiveAsync(body);
        await _service.PlannedAsync(Ask(mode: "REMOTE"), person);
        return await _service.PlannedAsync(Ask(process: KnownProcesses.Confidential), person);
    }

    private Task LookAsync(string? request) => _service.Services.GetRequiredService<AlertWatch<StandbyRequestId>>()
        .LookAsync(request is null ? null : [ResourceName.TryParse<StandbyRequestId>(NameOf(request), out var id) ? id : default], TestContext.Current.CancellationToken);

    private async Task<List<JsonNode>> OpenAsync(string request)
    {
        await LookAsync(null);
        return await AboutAsync(Desk, request);
    }

    private async Task<List<JsonNode>> AboutAsync(TestCaller caller, string request) => [.. await _service.As(caller).ReadAllAsync($"{Alerts}?open=true&kind={Kind}&subject={NameOf(request)}")];

    private async Task<string> CountsAsync(params string[] requests) => string.Join(' ', (await Task.WhenAll(requests.Select(r => AboutAsync(Desk, r)))).Select(a => a.Count));

    private async Task<string[]> SubjectsAsync(TestCaller caller, params string[] requests) =>
        [.. (await Task.WhenAll(requests.Select(r => AboutAsync(caller, r)))).SelectMany(a => a).Select(a => (string)a["subject"]!)];

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time));
        builder.Configuration["Alerts:Interval"] = "3600"; // only when the test looks
    }
}
