using Concord.Messaging.Tests.Modules;
using Concord.Platform.Messaging.RabbitMq;
using Concord.Support.Servers;
using Microsoft.Extensions.Configuration;

namespace Concord.Messaging.Tests;

/// <summary>The line to the broker over TLS: the broker that was meant, by name and authority, or none.</summary>
public sealed class SecureLineTests(CalmBroker broker)
{
    [Fact]
    public async Task Facts_travel_over_TLS_with_a_broker_whose_name_and_authority_are_right()
    {
        var server = await broker.ServerAsync();
        var host = server.NextHost();
        var secure = server.SecureUri(host, CalmBroker.Name);
        await using var listener = await Service.ListenerAsync(secure, configure: b => b.Configuration[BrokerCertificate.AuthorityFile.Key] = broker.Authority.File);
        await using var teller = await Service.TellerAsync(secure, b => b.Configuration[BrokerCertificate.AuthorityFile.Key] = broker.Authority.File);
        await teller.TellAsync("tales", 20);
        await listener.HeardOnceEachAsync(20);

        var lines = await server.ControlAsync("list_connections", "--no-table-headers", "vhost", "ssl", "ssl_protocol");
        var ours = lines.Split('\n').Select(l => l.Split('\t')).Where(l => l[0] == host.AbsolutePath[1..]).ToList();
        Assert.NotEmpty(ours);
        Assert.All(ours, l => Assert.True(l[1] == "true" && l[2].Trim() is "tlsv1.3" or "tlsv1.2", string.Join(' ', l)));
    }

    [Theory]
    [InlineData("localhost", "other", "its certificate is not trusted")]
    [InlineData("localhost", null, "its certificate is not trusted")] // the system knows nothing of this authority
    [InlineData("127.0.0.1", "right", "its certificate is for another name")]
    [InlineData("127.0.0.1", null, "its certificate is for another name")]
    [InlineData("localhost", "absent", "Broker:AuthorityFile names a file without certificates that can be read")]
    [InlineData("localhost", "right", null)]
    public async Task A_broker_of_another_authority_or_name_is_refused_and_the_line_says_why(string name, string? authority, string? said)
    {
        var server = await broker.ServerAsync();
        Func<Task> connectAsync = Connecting(server.SecureUri(server.AmqpUri, name), authority switch
        {
            "right" => broker.Authority.File,
            "other" => new TestAuthority().File,
            "absent" => "/nowhere/at/all.pem",
            _ => null,
        });
        var refused = await Record.ExceptionAsync(connectAsync);
        Assert.StartsWith(said ?? "", BrokerRefusal.In(refused) ?? "", StringComparison.Ordinal);
        Assert.Equal(said is null, refused is null);
    }

    [Fact]
    public async Task Where_the_broker_speaks_no_TLS_nothing_is_said_to_it()
    {
        var server = await broker.ServerAsync();
        var plain = new UriBuilder(server.AmqpUri) { Scheme = "amqps", Host = CalmBroker.Name }.Uri;
        Assert.NotNull(await Record.ExceptionAsync(Connecting(plain, broker.Authority.File)));
    }

    [Fact]
    public async Task Who_declares_is_told_why_and_does_not_wait()
    {
        var server = await broker.ServerAsync();
        var configuration = Settings(server.SecureUri(server.AmqpUri, CalmBroker.Name), new TestAuthority().File);
        var refused = await Assert.ThrowsAsync<BrokerException>(() => Declaration.DeclareAsync(new ServiceBus("teller", configuration, null!, [], []), configuration));
        Assert.Contains("does not let this program in: its certificate is not trusted", refused.Message, StringComparison.Ordinal);
    }

    private static Func<Task> Connecting(Uri address, string? authority) => () => BrokerAddress.TryAsync(Settings(address, authority), TestContext.Current.CancellationToken);

    private static IConfiguration Settings(Uri address, string? authority) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(RabbitMqTransport.Address.Key, address.AbsoluteUri), new(BrokerCertificate.AuthorityFile.Key, authority)]).Build();
}
