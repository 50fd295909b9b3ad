using Concord.Contracts.Events;
using MassTransit;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>One service's bus: publishes facts and, where the service listens to any, consumes from its queue.</summary>
internal sealed class ServiceBus(string service, IConfiguration configuration, EnvelopeConsumer consumer, IEnumerable<EventSubscription> subscriptions, IReadOnlyList<Listener> listeners)
{
    /// <summary>As many events are handled at once as are fetched: the broker's time-out of an unanswered delivery then counts handling only, never waiting.</summary>
    private const int AtOnce = 16;
    private readonly List<string> _types = [.. subscriptions.Select(s => s.Type).Distinct()];

    public IBusControl Make() => Make(rabbit => { }, queue =>
    {
        queue.PrefetchCount = AtOnce;
        queue.ConcurrentMessageLimit = AtOnce;
        queue.ParkWhatFails(service);
        queue.Instance(consumer);
    });

    /// <summary>Declares what the service needs at the broker, and the queues of all who listen, when it is started, and does nothing else.</summary>
    public IBusControl MakeDeclaring() => Make(
        rabbit =>
        {
            rabbit.DeployTopologyOnly = true;
            rabbit.DeployPublishTopology = true;
        },
        queue => { });

    private IBusControl Make(Action<IRabbitMqBusFactoryConfigurator> how, Action<IRabbitMqReceiveEndpointConfigurator> consume) => Bus.Factory.CreateUsingRabbitMq(rabbit =>
    {
        how(rabbit);
        rabbit.Host(configuration, service);
        rabbit.UseEnvelopesAsPlainJson();
        rabbit.DescribeFacts(listeners);
        if (_types.Count > 0)
        {
            rabbit.ReceiveEndpoint(BrokerNames.QueueOf(service), queue =>
            {
                queue.DescribeQueue(service, _types);
                consume(queue);
            });
        }
    });
}
