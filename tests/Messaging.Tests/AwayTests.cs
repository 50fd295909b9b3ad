using System.Net;
using Concord.Messaging.Tests.Modules;
using Concord.Platform.Messaging;
using Concord.Platform.Messaging.RabbitMq;
using Concord.Support;
using Concord.Support.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Concord.Messaging.Tests;

/// <summary>The broker is away or hangs; each test leaves it running.</summary>
public sealed class AwayTests(TroubledBroker troubled) : IClassFixture<TroubledBroker>
{
    private readonly RabbitMqServer _broker = troubled.Server;

    [Fact]
    public async Task While_the_broker_is_stopped_writes_go_on_and_their_facts_arrive_when_it_is_back()
    {
        var host = _broker.NextHost();
        await using var listener = await Service.ListenerAsync(host);
        await using var teller = await Service.TellerAsync(host);
        await teller.TellAsync("before", 10);
        await _broker.StopAsync();
        await teller.TellAsync("meanwhile", 50);
        await WaitsForTheBrokerAsync(teller);
        Assert.Equal(HttpStatusCode.OK, (await teller.Client().GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await listener.Client().GetAsync("/health/ready")).StatusCode);

        await _broker.StartAgainAsync();
        await listener.HeardOnceEachAsync(60);
        await Eventually.TrueAsync(async () => await _broker.ConnectionsAsync(host) == 2, "one connection of each service is left");
    }

    [Fact]
    public async Task A_service_starts_and_serves_while_the_broker_is_away_and_connects_when_it_comes()
    {
        var host = _broker.NextHost();
        await using (await Service.ListenerAsync(host))
        {
        }

        await _broker.StopAsync();
        await using var listener = await Service.ListenerAsync(host, declare: false);
        await using var teller = await Service.TellerAsync(host, declare: false);
        await teller.TellAsync("early", 5);
        Assert.Equal(HttpStatusCode.OK, (await teller.Client().GetAsync("/health/ready")).StatusCode);
        Assert.Equal(1, (await listener.RunAsync("replay")).ExitCode);

        await _broker.StartAgainAsync();
        await listener.HeardOnceEachAsync(5);
    }

    [Fact]
    public async Task A_broker_that_hangs_holds_up_neither_the_relay_nor_a_write()
    {
        var host = _broker.NextHost();
        await using var listener = await Service.ListenerAsync(host);
        await using var teller = await Service.TellerAsync(host);
        await teller.TellAsync("before", 10);
        await listener.HeardOnceEachAsync(10);
        _broker.Pause();
        try
        {
            await teller.TellAsync("meanwhile", 50);
            await WaitsForTheBrokerAsync(teller); // the relay came back from a publish that nobody answered
            Assert.Equal(HttpStatusCode.OK, (await teller.Client().GetAsync("/health/ready")).StatusCode);
        }
        finally
        {
            _broker.Resume();
        }

        await listener.HeardOnceEachAsync(60);
    }

    [Theory]
    [InlineData("concord:wrong", "", "user or password")]
    [InlineData("nobody:nothing", "", "user or password")]
    [InlineData("", "/absent", "NOT_ALLOWED")]
    public async Task A_broker_that_lets_nobody_in_is_told_from_one_that_is_away(string user, string path, string said)
    {
        var address = new UriBuilder(_broker.NextHost());
        (address.UserName, address.Password) = user.Split(':') is [var name, var password] ? (name, password) : (address.UserName, address.Password);
        address.Path = path.Length > 0 ? path : address.Path;

        Assert.Contains(said, BrokerRefusal.In(await ConnectAsync(address.Uri)), StringComparison.Ordinal);
        address.Port = Ports.Next(); // where nobody is
        Assert.Null(BrokerRefusal.In(await ConnectAsync(address.Uri)));
    }

    private static Task<Exception> ConnectAsync(Uri address) => Assert.ThrowsAnyAsync<Exception>(() => BrokerAddress.TryAsync(
        new ConfigurationBuilder().AddInMemoryCollection([new(RabbitMqTransport.Address.Key, address.AbsoluteUri)]).Build(), CancellationToken.None));

    private static Task WaitsForTheBrokerAsync(Service teller) => Eventually.TrueAsync(
        () => teller.ReadAsync(db => db.Outbox.AnyAsync(m => m.SentTime == null && m.LastError == nameof(TransportAwayException))), "the relay has found the broker away");
}
