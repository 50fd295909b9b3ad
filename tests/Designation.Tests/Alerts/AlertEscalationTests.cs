using System.Net;
using Concord.Contracts.Events;
using Concord.Platform.Alerts;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Designation.Tests.Alerts;

/// <summary>Whoever does not act in time is not waited for: each step once, whichever replica takes it, and none is lost with one.</summary>
public sealed class AlertEscalationTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private const string Kind = "SECOND_LEAD_CLAIM";
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact, Rule("R48")]
    public async Task Each_role_has_its_time_and_then_the_next_is_asked_once_by_whichever_of_two_replicas()
    {
        var time = new AheadTime();
        await using var one = await AtAsync(time);
        await using var other = await AtAsync(time);
        var (process, _, _) = await fixture.RivalryAsync();
        Assert.Equal((0, "mediation-support"), await AskedAsync(process));

        foreach (var (ahead, level, asked) in ((TimeSpan, int, string)[])[(1.9 * Day, 0, "mediation-support"), (2.1 * Day, 1, "appointing-authority"), (4 * Day, 1, "appointing-authority"), (4.2 * Day, 2, "head-of-mission"), (40 * Day, 2, "head-of-mission")])
        {
            time.Ahead = ahead;
            await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => (i % 2 == 0 ? one : other).LookAsync())));
            Assert.Equal((level, asked), await AskedAsync(process));
            Assert.Equal(Enumerable.Range(1, level), await StepsAsync(process));
        }

        Assert.Null((await fixture.OpenAlertAsync(process, Kind))["dueTime"]); // nobody is left to ask
    }

    [Fact]
    public async Task What_fell_due_while_nothing_ran_is_done_at_the_start()
    {
        var (process, _, _) = await fixture.RivalryAsync();
        await using var restarted = await AtAsync(new AheadTime { Ahead = 3 * Day });
        await Eventually.TrueAsync(async () => await AskedAsync(process) == (1, "appointing-authority"), "the step that was due");
        Assert.Equal([1], await StepsAsync(process));
        var due = DateTime.Parse((await fixture.OpenAlertAsync(process, Kind)).Text("dueTime"), null, System.Globalization.DateTimeStyles.AdjustToUniversal);
        Assert.True(due > DateTime.UtcNow + (4.9 * Day), $"{due:O}"); // who was asked late has the full time
    }

    [Fact]
    public async Task The_worker_itself_takes_the_step_when_its_time_comes()
    {
        var time = new AheadTime();
        await using var replica = await AtAsync(time, builder => builder.Configuration["Alerts:Interval"] = "0.05");
        var (process, _, _) = await fixture.RivalryAsync();
        time.Ahead = 2.1 * Day;
        await Eventually.TrueAsync(async () => await AskedAsync(process) == (1, "appointing-authority"), "the step at an interval");
    }

    [Fact]
    public async Task What_somebody_has_taken_on_goes_no_further()
    {
        var (process, _, _) = await fixture.RivalryAsync();
        var path = AlertSituation.PathOf(await fixture.OpenAlertAsync(process, Kind));
        (await fixture.As(fixture.Support).PostAsync($"{path}:acknowledge", new { note = "Call both" })).Is(HttpStatusCode.OK);
        await using var later = await AtAsync(new AheadTime { Ahead = 10 * Day });
        await later.LookAsync();
        Assert.Equal(0, (await fixture.OpenAlertAsync(process, Kind))["level"]!.GetValue<int>());
        Assert.Empty(await StepsAsync(process));
    }

    [Fact]
    public async Task Two_replicas_that_look_at_once_raise_one_alert_and_fail_at_nothing()
    {
        await using var other = await fixture.ReplicaAsync();
        for (var round = 0; round < 5; round++)
        {
            var process = await fixture.ProcessAsync();
            await fixture.ClaimAsync(process, fixture.Officer($"First {round}"));
            await fixture.ClaimAsync(process, fixture.Officer($"Second {round}"));
            await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? fixture.Service : other).LookAsync())));
            var alert = Assert.Single(await fixture.AlertsAsync(process));
            var name = alert.Text("name");
            Assert.Equal(1, await fixture.InStoreAsync(db => db.Outbox.CountAsync(m => m.Type == ProcessAlertRaised.Type && m.Subject == name)));
            Assert.Equal("\"1\"", alert.Text("etag"));
        }
    }

    [Fact]
    public async Task The_store_itself_takes_no_second_alert_about_the_same_thing()
    {
        var (process, _, _) = await fixture.RivalryAsync();
        var id = AlertSituation.IdOf(process);
        var refusal = await Assert.ThrowsAsync<Platform.Errors.DomainException>(() => fixture.InStoreAsync(async db =>
        {
            var standing = await db.Alerts.AsNoTracking().SingleAsync(a => a.Subject == id);
            var second = db.Entry(standing);
            second.State = EntityState.Added;
            second.Property(a => a.Id).CurrentValue = AlertId.New();
            return await db.SaveChangesAsync();
        }));
        Assert.Equal(Platform.Errors.PlatformReasons.ConcurrentChange, refusal.Reason);
    }

    private Task<TestService> AtAsync(TimeProvider time, Action<WebApplicationBuilder>? configure = null) => fixture.ReplicaAsync(builder =>
    {
        builder.Services.AddSingleton(time);
        configure?.Invoke(builder);
    });

    private async Task<(int, string)> AskedAsync(string process)
    {
        var alert = await fixture.OpenAlertAsync(process, Kind);
        return (alert["level"]!.GetValue<int>(), alert.Text("escalatedTo"));
    }

    // The levels of the facts that have left or will leave, each as often as it was raised.
    private async Task<IEnumerable<int>> StepsAsync(string process)
    {
        var name = (await fixture.OpenAlertAsync(process, Kind)).Text("name");
        var told = await fixture.InStoreAsync(db => db.Outbox.AsNoTracking().Where(m => m.Type == ProcessAlertEscalated.Type && m.Subject == name).OrderBy(m => m.Sequence).Select(m => m.Data).ToListAsync());
        return told.Select(data => System.Text.Json.JsonElement.Parse(data).GetProperty("level").GetInt32());
    }
}
