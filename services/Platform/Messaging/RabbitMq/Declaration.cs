using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>Declares at the broker what a service needs there, without consuming: once every service has, no fact is published that a listener has no queue for.</summary>
internal static class Declaration
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30); // a broker that is starting is worth waiting for

    /// <exception cref="InvalidOperationException">The broker does not answer, or holds something else under one of the names.</exception>
    public static async Task DeclareAsync(string service, IServiceProvider services)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var types = services.GetServices<EventSubscription>().Select(s => s.Type).Distinct().ToList();
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.DeployTopologyOnly = true;
            rabbit.DeployPublishTopology = true;
            rabbit.Host(configuration, service);
            rabbit.DescribeFacts();
            if (types.Count > 0)
            {
                rabbit.ReceiveEndpoint(BrokerNames.QueueOf(service), queue => queue.DescribeQueue(service, types));
            }
        });
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            await bus.StartAsync(patience.Token);
            await bus.StopAsync(patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or MassTransitException)
        {
            throw new InvalidOperationException($"The broker at {BrokerAddress.Describe(configuration)} does not take the declaration of {BrokerNames.QueueOf(service)}: {e.GetBaseException().Message}", e);
        }
    }
}
