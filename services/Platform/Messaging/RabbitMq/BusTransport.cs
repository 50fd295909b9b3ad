using MassTransit;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>Publishes with a confirm: returns when a queue holds the fact on disk.</summary>
internal sealed class BusTransport(BrokerConnection connection) : IEventTransport
{
    public async Task PublishAsync(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        try
        {
            // Mandatory: without the alternate exchange an unroutable fact would be confirmed and gone.
            await connection.Bus.Publish(envelope, message =>
            {
                message.MessageId = envelope.Id;
                message.GetPayload<RabbitMqSendContext>().Mandatory = true;
            }, cancellationToken).WaitAsync(cancellationToken);
        }
        catch (Exception e)
        {
            throw new TransportAwayException(e);
        }
    }
}
