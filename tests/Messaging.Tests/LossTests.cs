using Concord.Messaging.Tests.Modules;
using Concord.Support;
using Concord.Support.Servers;
using RabbitMQ.Client;

namespace Concord.Messaging.Tests;

/// <summary>The broker is killed or loses what it held; each test leaves it running.</summary>
public sealed class LossTests(TroubledBroker troubled) : IClassFixture<TroubledBroker>
{
    private readonly RabbitMqServer _broker = troubled.Server;

    [Fact]
    public async Task A_broker_killed_under_load_loses_nothing()
    {
        var host = _broker.NextHost();
        await using var listener = await Service.ListenerAsync(host);
        await using var teller = await Service.TellerAsync(host);
        using var enough = new CancellationTokenSource();
        var told = 0;
        var load = Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                await teller.TellAsync(new Happened($"load/{writer}/{i}", "once upon a time"));
                Interlocked.Increment(ref told);
                await Task.Delay(5); // else what gathers until the broker is back takes longer to send than anybody waits
            }
        }));
        await Eventually.TrueAsync(async () => (await teller.OutboxAsync()).Sent > 200, "the load runs");
        await _broker.KillAsync();
        await _broker.StartAgainAsync();
        await enough.CancelAsync();
        await load;

        await Eventually.TrueAsync(async () => (await teller.OutboxAsync()).Waiting == 0, "all are sent");
        await listener.HeardOnceEachAsync(told);
    }

    [Fact]
    public async Task Without_confirms_the_same_kill_does_lose_messages_so_the_test_above_can_see_it()
    {
        const int Messages = 30_000;
        var host = _broker.NextHost();
        await using (var connection = await new ConnectionFactory { Uri = host }.CreateConnectionAsync())
        {
            var channel = await connection.CreateChannelAsync();
            await channel.QueueDeclareAsync("unconfirmed", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
            for (var i = 0; i < Messages; i++)
            {
                await channel.BasicPublishAsync("", "unconfirmed", mandatory: false, new BasicProperties { Persistent = true }, new byte[256]);
            }

            await _broker.KillAsync();
        }

        await _broker.StartAgainAsync();
        await using var mailbox = await Mailbox.OpenAsync(host);
        await Eventually.TrueAsync(async () => await mailbox.CountAsync("unconfirmed") is not null, "the queue is back");
        Assert.True(await mailbox.CountAsync("unconfirmed") < Messages);
    }

    [Fact]
    public async Task What_leaves_before_the_listeners_are_back_at_a_wiped_broker_waits_for_each_of_them()
    {
        var host = _broker.NextHost();
        await using var teller = await Service.TellerToAsync(host, "listener", "other");
        await teller.TellAsync("before", 2);
        await Eventually.TrueAsync(async () => (await teller.OutboxAsync()).Sent == 2, "the broker has confirmed them");
        await _broker.StopAsync();
        _broker.Wipe();
        await teller.TellAsync("after", 5);
        await _broker.StartAgainAsync();

        await using var mailbox = await Mailbox.OpenAsync(host);
        await mailbox.HoldsAsync("concord.listener", 5);
        await mailbox.HoldsAsync("concord.other", 5);
        await using var listener = await Service.ListenerAsync(host, declare: false);
        await listener.HeardOnceEachAsync(5);
    }

    [Fact]
    public async Task After_a_wiped_broker_what_was_sent_is_sent_again_and_what_was_heard_is_not_heard_twice()
    {
        var host = _broker.NextHost();
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using var teller = await Service.TellerAsync(host);
        await using (var listener = await Service.ListenerAsync(host, directory))
        {
            await teller.TellAsync("heard", 10);
            await listener.HeardOnceEachAsync(10);
        }

        await teller.TellAsync("confirmed", 10);
        await Eventually.TrueAsync(async () => (await teller.OutboxAsync()).Sent == 20, "the broker has confirmed all");
        await _broker.StopAsync();
        _broker.Wipe();
        await _broker.StartAgainAsync();

        await using var again = await Service.ListenerAsync(host, directory);
        Assert.Equal((0, $"20 leave again.{Environment.NewLine}"), await teller.RunAsync("resend", "--since", DateTime.UtcNow.AddHours(-1).ToString("O")));
        await again.HeardOnceEachAsync(20);
        Assert.Equal((0, $"0 leave again.{Environment.NewLine}"), await teller.RunAsync("resend", "--since", DateTime.UtcNow.AddHours(1).ToString("O")));
    }
}
