using Concord.Contracts.Events;
using MassTransit;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>
/// What MassTransit declares. Quorum queues only: a classic queue can come out of a killed broker unreadable, and then the broker does not start at all
/// (rabbitmq-server#984, #3807).
/// </summary>
internal static class Topology
{
    /// <summary>A delivery that ends with its consumer's process this often is the process's killer. Above what restarts and lost connections add up to.</summary>
    private const int DeliveryLimit = 100;

    /// <summary>Looking at a parked message counts as a delivery, and RabbitMQ 4 drops a message after twenty where nothing is said.</summary>
    private const int NoLimit = 1_000_000;
    private const string AlternateExchange = "alternate-exchange";

    public static void UseEnvelopesAsPlainJson(this IRabbitMqBusFactoryConfigurator rabbit)
    {
        rabbit.ClearSerialization();
        rabbit.UseRawJsonSerializer(RawSerializerOptions.AnyMessageType, isDefault: true);
    }

    /// <remarks>Declared on each new channel before anything is published on it, the queues of all listeners included.</remarks>
    public static void DescribeFacts(this IRabbitMqBusFactoryConfigurator rabbit, IEnumerable<Listener> listeners)
    {
        rabbit.Message<EventEnvelope>(m => m.SetEntityName(BrokerNames.Facts));
        rabbit.Send<EventEnvelope>(s => s.UseRoutingKeyFormatter(c => c.Message.Type));
        rabbit.Publish<EventEnvelope>(p =>
        {
            p.ExchangeType = "topic";
            p.BindAlternateExchangeQueue(BrokerNames.Unheard, BrokerNames.Unheard, unheard =>
            {
                unheard.SetQuorumQueue();
                unheard.SetQueueArgument("x-delivery-limit", NoLimit);
                unheard.SetQueueArgument("x-max-length", BrokerNames.UnheardKept);
                unheard.SetQueueArgument("x-overflow", "drop-head");
            });
            foreach (var (service, type) in listeners.SelectMany(l => l.Types.Select(t => (l.Service, t))))
            {
                p.BindQueue(BrokerNames.Facts, BrokerNames.QueueOf(service), queue =>
                {
                    queue.ExchangeType = "topic";
                    queue.RoutingKey = type;
                    queue.SetExchangeArgument(AlternateExchange, BrokerNames.Unheard);
                    queue.SetQuorumQueue();
                    queue.SetQueueArgument("x-delivery-limit", DeliveryLimit);
                    queue.SetQueueArgument("x-dead-letter-exchange", BrokerNames.DeadLettersOf(service));
                });
            }
        });
    }

    public static void DescribeQueue(this IRabbitMqReceiveEndpointConfigurator queue, string service, IEnumerable<string> types)
    {
        queue.ConfigureConsumeTopology = false;
        queue.SetQuorumQueue();
        queue.SetQueueArgument("x-delivery-limit", DeliveryLimit);
        queue.BindDeadLetterQueue(BrokerNames.DeadLettersOf(service), BrokerNames.DeadLettersOf(service), letters =>
        {
            letters.SetQuorumQueue();
            letters.SetQueueArgument("x-delivery-limit", NoLimit);
        });
        foreach (var type in types)
        {
            queue.Bind(BrokerNames.Facts, facts =>
            {
                facts.ExchangeType = "topic";
                facts.RoutingKey = type;
                facts.SetExchangeArgument(AlternateExchange, BrokerNames.Unheard);
            });
        }
    }
}
