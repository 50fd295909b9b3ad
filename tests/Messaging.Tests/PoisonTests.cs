using System.Text.Json;
using Concord.Messaging.Tests.Modules;
using Concord.Platform.Messaging.RabbitMq;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Messaging.Tests;

public sealed class PoisonTests(CalmBroker broker)
{
    [Fact]
    public async Task Poison_is_parked_after_five_tries_while_the_others_flow_and_a_replay_applies_it_once_mended()
    {
        var host = await broker.NextHostAsync();
        await using var listener = await Service.ListenerAsync(host);
        await using var teller = await Service.TellerAsync(host);
        await using var mailbox = await Mailbox.OpenAsync(host);
        listener.Trouble.With = fact => fact.Subject == "bad/0" ? new InvalidOperationException("Amina Diallo, +211 555 0101") : null;
        await teller.TellAsync("bad", 1);
        await teller.TellAsync("good", 100);

        await listener.HeardOnceEachAsync(100);
        await mailbox.HoldsAsync("concord.listener_error", 1);
        Assert.Equal(Perseverance.Tries, listener.Trouble.Tries);
        Assert.Contains("\tconcord.teller.tale.told.v1\tbad/0\tInvalidOperationException\t", (await listener.RunAsync("replay", "--list")).Output, StringComparison.Ordinal);

        listener.Trouble.With = _ => null;
        Assert.Equal((0, $"1 moved.{Environment.NewLine}"), await listener.RunAsync("replay"));
        await listener.HeardOnceEachAsync(101);
        await mailbox.HoldsAsync("concord.listener_error", 0);
        Assert.Equal((0, $"0 moved.{Environment.NewLine}"), await listener.RunAsync("replay"));
    }

    [Fact]
    public async Task A_dead_letter_carries_the_whole_envelope_and_the_failures_type_and_nothing_that_the_failure_says()
    {
        var host = await broker.NextHostAsync();
        await using var listener = await Service.ListenerAsync(host);
        await using var teller = await Service.TellerAsync(host);
        await using var mailbox = await Mailbox.OpenAsync(host);
        listener.Trouble.With = _ => new InvalidOperationException("Amina Diallo", new ArgumentException("+211 555 0101"));
        var id = await teller.TellAsync(new Happened("bad/0", "words of the fact"));
        await mailbox.HoldsAsync("concord.listener_error", 1);

        var (body, headers) = Assert.Single(await mailbox.PeekAsync("concord.listener_error"));
        var envelope = JsonDocument.Parse(body).RootElement;
        Assert.Equal(id, envelope.GetProperty("id").GetGuid());
        Assert.Equal(("teller", "concord.teller.tale.told.v1", "bad/0"), (envelope.GetProperty("source").GetString(), envelope.GetProperty("type").GetString(), envelope.GetProperty("subject").GetString()));
        Assert.Contains("words of the fact", envelope.GetProperty("data").GetString(), StringComparison.Ordinal);
        Assert.Equal("InvalidOperationException", headers["concord-failure"]);
        var everything = JsonSerializer.Serialize(headers);
        Assert.DoesNotContain("Diallo", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("555", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", everything, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName, everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_envelope_and_what_the_service_does_not_listen_to_are_parked()
    {
        var host = await broker.NextHostAsync();
        await using var listener = await Service.ListenerAsync(host);
        await using var mailbox = await Mailbox.OpenAsync(host);
        await mailbox.PublishAsync("", "no JSON at all"u8.ToArray(), "concord.listener");
        await mailbox.PublishAsync("", "{\"id\": \"no id\"}"u8.ToArray(), "concord.listener");
        await mailbox.PublishAsync("", "{}"u8.ToArray(), "concord.listener");
        await mailbox.PublishAsync("", "[1, 2]"u8.ToArray(), "concord.listener");
        await mailbox.PublishAsync("", """{"id": "0197a000-0000-7000-8000-000000000001", "source": "x", "type": "concord.x.y.z.v1", "subject": "s", "time": "2026-01-01T00:00:00Z", "data": "{}"}"""u8.ToArray(), "concord.listener");
        await mailbox.PublishAsync("", """{"id": "0197a000-0000-7000-8000-000000000002", "source": "x", "type": "concord.teller.tale.told.v1", "subject": "s", "time": "2026-01-01T00:00:00Z", "data": "no JSON"}"""u8.ToArray(), "concord.listener");

        await mailbox.HoldsAsync("concord.listener_error", 6);
        var failures = (await mailbox.PeekAsync("concord.listener_error")).Select(m => m.Headers["concord-failure"]).Order(StringComparer.Ordinal);
        Assert.Equal(["JsonException", "JsonException", "JsonException", "SerializationException", "UnknownEventTypeException", "UnreadableEventException"], failures);
        Assert.Equal(6, (await listener.RunAsync("replay", "--list")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task A_store_that_is_away_parks_nothing()
    {
        var host = await broker.NextHostAsync();
        await using var listener = await Service.ListenerAsync(host, configure: b => b.Services.AddSingleton<TimeProvider>(new HurriedTime()));
        await using var teller = await Service.TellerAsync(host);
        await using var mailbox = await Mailbox.OpenAsync(host);
        listener.Trouble.With = _ => new SqliteException("database is locked", 5);
        await teller.TellAsync("tales", 20);
        await Support.Eventually.TrueAsync(() => Task.FromResult(listener.Trouble.Tries > 20 * Perseverance.Tries), "each was tried more often than poison is");
        listener.Trouble.With = _ => null;

        await listener.HeardOnceEachAsync(20);
        Assert.Equal(0u, await mailbox.CountAsync("concord.listener_error"));
    }

    [Fact]
    public async Task A_process_that_stops_gives_back_what_it_is_still_trying()
    {
        var host = await broker.NextHostAsync();
        await using var teller = await Service.TellerAsync(host);
        await using var mailbox = await Mailbox.OpenAsync(host);
        await using (var first = await Service.ListenerAsync(host))
        {
            first.Trouble.With = _ => new SqliteException("database is locked", 5);
            await teller.TellAsync("tales", 5);
            await Support.Eventually.TrueAsync(() => Task.FromResult(first.Trouble.Tries >= 10), "the first is trying");
        }

        await mailbox.HoldsAsync("concord.listener", 5);
        await using var second = await Service.ListenerAsync(host);
        await second.HeardOnceEachAsync(5);
        Assert.Equal(0u, await mailbox.CountAsync("concord.listener_error"));
    }
}
