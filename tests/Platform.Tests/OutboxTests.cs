using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Concord.Platform.Tests;

/// <summary>What hand-written outboxes get wrong, one test each.</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task A_failed_publish_is_tried_again_under_the_same_id_until_it_is_taken_once()
    {
        var transport = new ScriptedTransport((_, attempt) => attempt <= 2 ? new IOException("broker away") : null);
        await using var service = await NotesModule.StartAsync(b => b.Services.AddSingleton<IEventTransport>(transport));
        await WriteAsync(service, "a");

        await Eventually.TrueAsync(() => Task.FromResult(transport.Taken.Count == 1), "the fact is taken");
        Assert.Equal(3, transport.Tries.Count);
        Assert.Single(transport.Tries.Select(t => t.Id).Distinct());
        await Eventually.TrueAsync(async () => await Rows(service, o => o.CountAsync(m => m.SentTime != null)) == 1, "the row is marked sent");
        Assert.Equal(0, await Relay(service).RelayBatchAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_sent_fact_leaves_again_where_the_broker_was_lost_after_it()
    {
        await using var service = await StartWithoutRelayAsync();
        await WriteAsync(service, "before");
        await Relay(service).RelayBatchAsync(CancellationToken.None);
        var lost = DateTime.UtcNow;
        await WriteAsync(service, "after");
        await Relay(service).RelayBatchAsync(CancellationToken.None);

        Assert.Equal(1, await service.Services.ResendAsync(lost, CancellationToken.None));
        await Relay(service).RelayBatchAsync(CancellationToken.None);
        Assert.Equal(["before", "after", "after"], service.Sent.Select(e => e.Data.Contains("before", StringComparison.Ordinal) ? "before" : "after"));
    }

    [Fact]
    public async Task A_refused_change_leaves_no_fact()
    {
        await using var service = await StartWithoutRelayAsync();
        await WriteAsync(service, "same");
        (await service.As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text = "same" })).IsProblem(HttpStatusCode.Conflict, "SAME_TEXT");
        (await service.As(NotesModule.Writer).PostAsync("/api/v1/notes:saveThenRefuse", new { text = "later" })).IsProblem(HttpStatusCode.Conflict, "SAME_TEXT");

        Assert.Equal(1, await Rows(service, o => o.CountAsync()));
        Assert.Equal("{\"items\":[\"same\"]}", (await service.As(NotesModule.Writer).ReadAsync("/api/v1/notes")).Text);
    }

    [Fact]
    public async Task Of_several_relays_on_one_store_each_fact_is_sent_by_one()
    {
        await using var service = await StartWithoutRelayAsync();
        for (var i = 0; i < 40; i++)
        {
            await WriteAsync(service, $"n{i}");
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Relay(service).RelayBatchAsync(CancellationToken.None))));

        Assert.Equal(40, service.Sent.Count);
        Assert.Equal(40, service.Sent.Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_fact_that_nobody_can_take_does_not_hold_up_those_behind_it()
    {
        var transport = new ScriptedTransport((envelope, _) => envelope.Data.Contains("poison", StringComparison.Ordinal) ? new InvalidOperationException("no") : null);
        await using var service = await StartWithoutRelayAsync(transport);
        await WriteAsync(service, "poison");
        await WriteAsync(service, "good");

        await Relay(service).RelayBatchAsync(CancellationToken.None);

        Assert.Contains("good", Assert.Single(transport.Taken).Data, StringComparison.Ordinal);
        Assert.Equal("InvalidOperationException", await Rows(service, o => o.Where(m => m.SentTime == null).Select(m => m.LastError).SingleAsync()));
    }

    [Fact]
    public async Task Facts_about_one_subject_leave_one_after_another_as_they_were_raised()
    {
        var (running, most) = (0, 0);
        var transport = new ScriptedTransport((_, _) => null, async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Delay(5);
            Interlocked.Decrement(ref running);
        });
        await using var service = await StartWithoutRelayAsync(transport);
        await Change(service, async o =>
        {
            var db = (ServiceDbContext)o.GetDbContext();
            for (var version = 1; version <= 20; version++)
            {
                db.Raise(new NoteWritten("notes/same", "t", version), DateTime.UtcNow);
            }

            return await db.SaveChangesAsync();
        });

        await Relay(service).RelayBatchAsync(CancellationToken.None);

        Assert.Equal(1, most);
        Assert.Equal(Enumerable.Range(1, 20), transport.Taken.Select(e => JsonDocument.Parse(e.Data).RootElement.GetProperty("version").GetInt32()));
    }

    [Fact]
    public async Task While_the_transport_is_away_every_fact_is_due_again_within_seconds_however_often_it_was_tried()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var transport = new ScriptedTransport((_, attempt) => attempt <= 10 ? new TransportAwayException(new IOException()) : null);
        await using var service = await StartWithoutRelayAsync(transport, time);
        await WriteAsync(service, "a");
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            Assert.Equal(1, await Relay(service).RelayBatchAsync(CancellationToken.None));
            time.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal(1, await Relay(service).RelayBatchAsync(CancellationToken.None));
        Assert.Single(transport.Taken);
    }

    [Fact]
    public async Task What_leaves_names_the_publishing_as_the_parent_and_that_names_the_request_that_raised_it()
    {
        using var listener = new ActivityListener { ShouldListenTo = s => s.Name == "Concord.Platform", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded };
        ActivitySource.AddActivityListener(listener);
        await using var service = await StartWithoutRelayAsync();
        using (var request = new Activity("request").SetIdFormat(ActivityIdFormat.W3C).Start())
        {
            await Change(service, async o =>
            {
                var db = (ServiceDbContext)o.GetDbContext();
                db.Raise(new NoteWritten("notes/1", "t", 1), DateTime.UtcNow);
                return await db.SaveChangesAsync();
            });
            request.Stop();
            await Relay(service).RelayBatchAsync(CancellationToken.None);

            var parent = ActivityContext.Parse(Assert.Single(service.Sent).TraceParent!, null);
            Assert.Equal(request.TraceId, parent.TraceId);
            Assert.NotEqual(request.SpanId, parent.SpanId);
        }
    }

    [Fact]
    public async Task A_fact_whose_relay_died_between_claim_and_send_goes_out_when_its_lease_has_run_out()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await StartWithoutRelayAsync(time: time);
        await WriteAsync(service, "a");
        await Change(service, o => o.ExecuteUpdateAsync(s => s.SetProperty(m => m.DueTime, time.Now() + TimeSpan.FromSeconds(30)).SetProperty(m => m.Attempts, 1)));

        Assert.Equal(0, await Relay(service).RelayBatchAsync(CancellationToken.None));
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(1, await Relay(service).RelayBatchAsync(CancellationToken.None));
        Assert.Single(service.Sent);
    }

    [Fact]
    public async Task A_fact_that_commits_after_a_later_numbered_one_was_sent_is_not_skipped()
    {
        await using var service = await StartWithoutRelayAsync();
        await WriteAsync(service, "second");
        await Relay(service).RelayBatchAsync(CancellationToken.None);
        // What a slower transaction with a lower number looks like once it commits.
        await Change(service, async o =>
        {
            var db = o.GetDbContext();
            db.Add(new OutboxMessage { Sequence = -1, Id = Guid.NewGuid(), Type = NoteWritten.Type, Subject = "notes/x", Data = "{}", Time = DateTime.UtcNow, DueTime = DateTime.UtcNow });
            return await db.SaveChangesAsync();
        });

        Assert.Equal(1, await Relay(service).RelayBatchAsync(CancellationToken.None));
        Assert.Equal(2, service.Sent.Count);
    }

    [Fact]
    public async Task Sent_facts_inbox_rows_and_answers_are_swept_by_age_and_what_is_unsent_stays()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await StartWithoutRelayAsync(time: time);
        await WriteAsync(service, "sent");
        await Relay(service).RelayBatchAsync(CancellationToken.None);
        await service.HearAsync(new NoteWritten("notes/1", "t", 1));
        await WriteAsync(service, "unsent");
        var sweeper = service.Services.GetServices<IHostedService>().OfType<RetentionSweeper>().SingleOrDefault() ?? ActivatorUtilities.CreateInstance<RetentionSweeper>(service.Services);

        time.Advance(RetentionSweeper.Outbox + TimeSpan.FromHours(1));
        await sweeper.SweepAsync(CancellationToken.None);
        Assert.Equal((1, 1, 0), await Counts(service));
        time.Advance(RetentionSweeper.Inbox);
        await sweeper.SweepAsync(CancellationToken.None);
        Assert.Equal((1, 0, 0), await Counts(service));
    }

    [Fact]
    public async Task A_restart_goes_on_with_what_was_not_sent()
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using (var first = await StartWithoutRelayAsync(directory: directory))
        {
            await WriteAsync(first, "a");
        }

        await using var second = await NotesModule.StartAsync(directory: directory);
        await Eventually.TrueAsync(() => Task.FromResult(second.Sent.Count == 1), "the fact of the first life is sent in the second");
    }

    [Fact]
    public async Task Without_a_transport_facts_wait_in_the_outbox()
    {
        await using var service = await NotesModule.StartAsync(b => b.Services.AddSingleton(b.Services.First(s => s.ServiceType == typeof(IEventTransport)).ImplementationType is { } none
            ? (IEventTransport)Activator.CreateInstance(none)!
            : throw new InvalidOperationException("The platform registers a transport of its own.")));
        await WriteAsync(service, "a");

        await Eventually.TrueAsync(async () => await Rows(service, o => o.CountAsync(m => m.Attempts > 0 && m.SentTime == null && m.LastError == "InvalidOperationException")) == 1, "the fact waits");
    }

    private static Task<TestService> StartWithoutRelayAsync(IEventTransport? transport = null, TimeProvider? time = null, string? directory = null) => NotesModule.StartAsync(b =>
    {
        b.Services.RemoveAll<IHostedService>(typeof(OutboxRelay));
        if (transport is not null)
        {
            b.Services.AddSingleton(transport);
        }

        if (time is not null)
        {
            b.Services.AddSingleton(time);
        }
    }, directory);

    private static OutboxRelay Relay(TestService service) => service.Services.GetRequiredService<OutboxRelay>();

    private static async Task WriteAsync(TestService service, string text) =>
        (await service.As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text })).Is(HttpStatusCode.Created);

    private static async Task<T> Rows<T>(TestService service, Func<DbSet<OutboxMessage>, Task<T>> read)
    {
        await using var scope = service.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Outbox);
    }

    private static Task Change(TestService service, Func<DbSet<OutboxMessage>, Task<int>> change) => Rows(service, change);

    private static async Task<(int, int, int)> Counts(TestService service)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        return (await db.Outbox.CountAsync(), await db.Inbox.CountAsync(), await db.CompletedRequests.CountAsync());
    }
}
