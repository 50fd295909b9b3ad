using System.Net;
using Concord.Platform.Messaging;
using Concord.Platform.Telemetry;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Concord.Support.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Concord.Platform.Tests.Telemetry;

public sealed class MetricTests
{
    [Fact]
    public async Task The_outbox_tells_how_much_waits_and_for_how_long()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var service = await NotesModule.StartAsync(b =>
        {
            b.Services.RemoveAll<IHostedService>(typeof(OutboxRelay));
            b.Services.AddSingleton<TimeProvider>(time);
        });
        using var meters = new HostMeters(service.Services);
        var watch = ActivatorUtilities.CreateInstance<OutboxWatch>(service.Services);
        Assert.Empty(meters.Read("concord.outbox.depth")); // nobody has looked yet

        await watch.LookAsync(CancellationToken.None);
        Assert.Equal([0], meters.Read("concord.outbox.depth"));
        Assert.Equal([0], meters.Read("concord.outbox.oldest.age"));
        foreach (var text in (string[])["a", "b"])
        {
            (await service.As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text })).Is(HttpStatusCode.Created);
            time.Advance(TimeSpan.FromSeconds(40));
        }

        await watch.LookAsync(CancellationToken.None);
        Assert.Equal([2], meters.Read("concord.outbox.depth"));
        Assert.Equal(80, Assert.Single(meters.Read("concord.outbox.oldest.age")), 0.01);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(85, Assert.Single(meters.Read("concord.outbox.oldest.age")), 0.01); // grows between two looks
        await service.Services.GetRequiredService<OutboxRelay>().RelayBatchAsync(CancellationToken.None);
        await watch.LookAsync(CancellationToken.None);
        Assert.Equal([0], meters.Read("concord.outbox.depth"));
        Assert.Equal([0], meters.Read("concord.outbox.oldest.age"));
    }

    [Fact]
    public async Task Publishing_and_its_failures_are_counted_by_type()
    {
        var transport = new ScriptedTransport((_, attempt) => attempt == 1 ? new IOException("broker away") : null);
        await using var service = await NotesModule.StartAsync(b => b.Services.AddSingleton<IEventTransport>(transport));
        using var meters = new HostMeters(service.Services);
        (await service.As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text = "a" })).Is(HttpStatusCode.Created);

        await Eventually.TrueAsync(() => Task.FromResult(meters.Read("concord.outbox.published").Count > 0), "it is published");
        Assert.Equal([1], meters.Read("concord.outbox.published", ("concord.event.type", NoteWritten.Type), ("concord.service", "notes")));
        Assert.Equal([1], meters.Read("concord.outbox.publish.failures", ("concord.event.type", NoteWritten.Type)));
    }

    [Fact]
    public async Task What_is_heard_is_counted_by_its_outcome_and_its_lag_is_told()
    {
        await using var service = await NotesModule.StartAsync();
        using var meters = new HostMeters(service.Services);
        var id = Guid.NewGuid();
        await service.HearAsync(new NoteWritten("notes/1", "t", 1), id);
        await service.HearAsync(new NoteWritten("notes/1", "t", 1), id);
        await Assert.ThrowsAsync<InvalidOperationException>(() => service.HearAsync(new NoteWritten("notes/2", "poison", 1)));

        foreach (var outcome in (string[])["applied", "duplicate", "failed"])
        {
            Assert.Equal([1], meters.Read("concord.inbox.received", ("concord.outcome", outcome), ("concord.event.handler", nameof(CountHearings))));
        }

        Assert.InRange(Assert.Single(meters.Read("concord.inbox.lag", ("concord.event.type", NoteWritten.Type))), 0, 60);
    }

    [Fact]
    public async Task An_event_that_comes_eight_times_at_once_counts_as_applied_once()
    {
        await using var service = await NotesModule.StartAsync();
        using var meters = new HostMeters(service.Services);
        var id = Guid.NewGuid();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => service.HearAsync(new NoteWritten("notes/2", "t", 1), id))));

        Assert.Equal(1, meters.Read("concord.inbox.received", ("concord.outcome", "applied")).Sum());
        Assert.Equal(7, meters.Read("concord.inbox.received", ("concord.outcome", "duplicate")).Sum());
    }

    [Fact]
    public async Task A_repeated_request_counts_as_a_replay()
    {
        await using var service = await NotesModule.StartAsync();
        using var meters = new HostMeters(service.Services);
        var client = service.As(NotesModule.Writer);
        for (var i = 0; i < 3; i++)
        {
            (await client.PostAsync("/api/v1/notes", new { text = "a" }, "same key")).Is(HttpStatusCode.Created);
        }

        Assert.Equal(2, meters.Read("concord.idempotency.replays").Sum());
    }
}
