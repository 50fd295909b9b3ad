using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Roster.Persistence;
using Concord.Roster.Tests.Slates;
using Concord.Roster.Tests.Standby;
using Concord.Roster.Tests.SupportRequests;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>A process becomes Strictly Confidential after the roster was asked something for it.</summary>
public sealed class RestrictionTests : IAsyncLifetime
{
    private static readonly TestCaller s_strict = Desk with { Subject = $"accounts/{Guid.NewGuid()}", Clearance = Classification.StrictlyConfidential };
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R127"), Rule("R137")]
    public async Task What_was_asked_for_it_is_then_for_those_whom_it_names()
    {
        var standby = await _service.PlannedAsync(StandbyClient.Ask(process: KnownProcesses.Confidential), await _service.ActiveAsync(Body("Ama Sent")));
        var deployment = Assert.Single(await _service.DeploymentsAsync(standby));
        var support = await SupportClient.AskAsync(_service, SupportClient.Asked(process: KnownProcesses.Confidential));
        var slate = await _service.BeginSlateAsync(SlateClient.Terms(process: KnownProcesses.Confidential));
        string[] of = [standby, deployment, support, slate];
        string[] others = [await StandbyClient.AskAsync(_service), await SupportClient.AskAsync(_service), await _service.BeginSlateAsync()];
        await SeesAsync(Desk, of, HttpStatusCode.OK);
        for (var heard = 0; heard < 2; heard++)
        {
            await RestrictAsync();
            await SeesAsync(Desk, of, HttpStatusCode.NotFound);
            await SeesAsync(s_strict, of, HttpStatusCode.NotFound);
        }

        (await _service.As(StandbyClient.Envoy).ReadAsync(standby)).Is(HttpStatusCode.NotFound); // who asked is named, or reads it no more
        (await _service.As(SupportClient.Envoy).ReadAsync(support)).Is(HttpStatusCode.NotFound);
        foreach (var collection in (string[])[StandbyClient.Collection, "/api/v1/deployments", SupportClient.Collection, SlateClient.Collection])
        {
            Assert.DoesNotContain((await _service.As(Desk).ReadAllAsync(collection)).Select(r => $"/api/v1/{(string)r["name"]!}"), of.Contains);
        }

        Assert.Equal(1, (await _service.As(Desk).ReadAsync($"{SupportClient.Collection}:figures")).Is(HttpStatusCode.OK)["received"].GetValue<int>());
        await SeesAsync(Desk, others, HttpStatusCode.OK);
        _service.Name(s_strict, KnownProcesses.Confidential);
        await SeesAsync(s_strict, of, HttpStatusCode.OK);
    }

    [Fact, Rule("R127")]
    public async Task A_slate_stays_with_such_a_process_for_elsewhere_it_would_tell_of_it()
    {
        var slate = await _service.BeginSlateAsync(SlateClient.Terms(process: KnownProcesses.Confidential));
        await RestrictAsync();
        _service.Name(s_strict, KnownProcesses.Confidential);
        (await _service.As(s_strict).PatchAsync(slate, new { title = "Envoy for the shores" }, "*")).Is(HttpStatusCode.OK);
        foreach (var process in (string?[])[null, KnownProcesses.Led])
        {
            Assert.NotNull((await _service.As(s_strict).PatchAsync(slate, new { process }, "*")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.process"));
        }

        await SeesAsync(Desk, [slate], HttpStatusCode.NotFound);
    }

    [Fact, Rule("R127")]
    public async Task However_its_name_is_written_and_whenever_the_record_is_made_it_is_the_same_process()
    {
        var written = $"processes/{KnownProcesses.Confidential[10..].ToUpperInvariant()}";
        var standby = await StandbyClient.AskAsync(_service, StandbyClient.Ask(process: written));
        Assert.Equal(KnownProcesses.Confidential, (await _service.As(Desk).ReadAsync(standby)).TextOf("process"));
        await RestrictAsync();
        string[] of = [standby, await SupportClient.AskAsync(_service, SupportClient.Asked(process: written)), await _service.BeginSlateAsync(SlateClient.Terms(process: written))]; // as when designation had answered before
        await SeesAsync(Desk, of, HttpStatusCode.NotFound);
    }

    [Fact, Rule("R127")]
    public async Task That_a_process_is_such_a_one_since_before_the_roster_listened_is_learnt_when_something_is_asked_for_it()
    {
        var caller = Cleared with { Subject = $"accounts/{Guid.NewGuid()}" };
        _service.Name(caller, KnownProcesses.Strict);
        await StandbyClient.AskAsync(_service, StandbyClient.Ask("STRICTLY_CONFIDENTIAL", process: KnownProcesses.Strict), caller);
        await using var scope = _service.Services.CreateAsyncScope();
        Assert.Equal(KnownProcesses.Strict, Assert.Single(await scope.ServiceProvider.GetRequiredService<RosterDb>().RestrictedProcesses.ToListAsync()).Process);
    }

    private Task RestrictAsync() => _service.HearAsync(new ProcessRestricted(KnownProcesses.Confidential, s_strict.Subject, 2, DateTime.UtcNow));

    private async Task SeesAsync(TestCaller caller, IEnumerable<string> addresses, HttpStatusCode status)
    {
        foreach (var address in addresses)
        {
            (await _service.As(caller).ReadAsync(address)).Is(status);
        }
    }
}
