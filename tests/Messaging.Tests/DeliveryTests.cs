using Concord.Messaging.Tests.Modules;

namespace Concord.Messaging.Tests;

public sealed class DeliveryTests(CalmBroker broker)
{
    [Fact]
    public async Task A_fact_of_one_service_is_heard_once_by_another()
    {
        var host = await broker.NextHostAsync();
        await using var listener = await Service.ListenerAsync(host);
        await using var teller = await Service.TellerAsync(host);
        await teller.TellAsync("tales", 50);

        await listener.HeardOnceEachAsync(50);
        Assert.Equal((50, 0), await teller.OutboxAsync());
    }

    [Fact]
    public async Task Every_queue_is_a_quorum_queue_whatever_happened_to_the_messages()
    {
        var host = await broker.NextHostAsync();
        await using var listener = await Service.ListenerAsync(host);
        await using var teller = await Service.TellerAsync(host);
        listener.Trouble.With = fact => fact.Subject == "bad/0" ? new InvalidOperationException() : null;
        await teller.TellAsync("bad", 1);
        await teller.TellAsync("good", 1);
        await teller.TellAsync(new HappenedUnheard("secrets/1"));
        await using var mailbox = await Mailbox.OpenAsync(host);
        await mailbox.PublishAsync(Happened.Type, "no envelope"u8.ToArray());
        await mailbox.HoldsAsync("concord.listener_error", 2);
        await mailbox.HoldsAsync("concord.unheard", 1);

        var queues = await (await broker.ServerAsync()).QueuesAsync(host);
        Assert.Equal(["concord.listener", "concord.listener_error", "concord.unheard"], queues.Keys.Order(StringComparer.Ordinal));
        Assert.All(queues, q => Assert.Equal("quorum", q.Value));
    }

    [Fact]
    public async Task Two_replicas_share_the_queue_and_each_fact_has_one_effect()
    {
        var host = await broker.NextHostAsync();
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName; // one store, as replicas have
        await using var one = await Service.ListenerAsync(host, directory);
        await using var other = await Service.ListenerAsync(host, directory);
        var (ofOne, ofOther) = (0, 0);
        one.Trouble.With = _ => { Interlocked.Increment(ref ofOne); return null; };
        other.Trouble.With = _ => { Interlocked.Increment(ref ofOther); return null; };
        await using var teller = await Service.TellerAsync(host);
        await teller.TellAsync("tales", 200);

        await one.HeardOnceEachAsync(200);
        Assert.True(ofOne > 0 && ofOther > 0, $"{ofOne} and {ofOther}: one of them had all.");
    }

    [Fact]
    public async Task A_fact_published_before_its_listener_ever_ran_waits_in_the_queue_that_migrate_declared()
    {
        var host = await broker.NextHostAsync();
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        Assert.Equal(0, await Service.RunProgramAsync<ListenerModule>(host, directory, ["migrate"]));
        await using var teller = await Service.TellerAsync(host);
        await teller.TellAsync("tales", 3);
        await using var mailbox = await Mailbox.OpenAsync(host);
        await mailbox.HoldsAsync("concord.listener", 3);

        await using var listener = await Service.ListenerAsync(host);
        await listener.HeardOnceEachAsync(3);
    }

    [Fact]
    public async Task A_fact_waits_in_the_queue_of_each_listener_that_is_known_whether_it_ever_ran_or_not()
    {
        var host = await broker.NextHostAsync();
        await using var teller = await Service.TellerToAsync(host, "listener", "other");
        await teller.TellAsync("tales", 3);
        await using var mailbox = await Mailbox.OpenAsync(host);
        await mailbox.HoldsAsync("concord.other", 3);
        await mailbox.HoldsAsync("concord.listener", 3);

        await using var listener = await Service.ListenerAsync(host);
        await listener.HeardOnceEachAsync(3);
        listener.Trouble.With = _ => new InvalidOperationException();
        await teller.TellAsync("bad", 1);
        await mailbox.HoldsAsync("concord.listener_error", 1); // the queue that was made for it parks as its own does
        await mailbox.HoldsAsync("concord.unheard", 0);
    }

    [Fact]
    public async Task A_fact_that_no_queue_is_bound_for_is_kept_and_replayed_to_who_listens_later()
    {
        var host = await broker.NextHostAsync();
        await using var teller = await Service.TellerAsync(host);
        await teller.TellAsync("tales", 3);
        await using var mailbox = await Mailbox.OpenAsync(host);
        await mailbox.HoldsAsync("concord.unheard", 3);

        await using var listener = await Service.ListenerAsync(host);
        Assert.Equal((0, $"3 moved.{Environment.NewLine}"), await listener.RunAsync("replay", "--unheard"));
        await listener.HeardOnceEachAsync(3);
        await mailbox.HoldsAsync("concord.unheard", 0);
    }
}
