using MassTransit;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>Hands an event to every handler of its type. Each is skipped where its inbox has the event already.</summary>
internal sealed class EnvelopeConsumer(IServiceProvider services, IEnumerable<EventSubscription> subscriptions, Perseverance perseverance) : IConsumer<EventEnvelope>
{
    public async Task Consume(ConsumeContext<EventEnvelope> context)
    {
        var envelope = context.Message;
        if (envelope is not { Id: var id, Type.Length: > 0, Data: not null } || id == Guid.Empty)
        {
            throw new UnreadableEventException();
        }

        var listening = subscriptions.Where(s => s.Type == envelope.Type).ToList();
        if (listening.Count == 0)
        {
            throw new UnknownEventTypeException();
        }

        foreach (var subscription in listening)
        {
            await perseverance.TryAsync(token => subscription.ReceiveAsync(services, envelope, token), envelope, context.CancellationToken);
        }
    }
}

/// <summary>The message is no envelope of an event.</summary>
public sealed class UnreadableEventException() : Exception("The message is no event.");

/// <summary>The service does not listen to this type: it did once, and its queue is still bound.</summary>
public sealed class UnknownEventTypeException() : Exception("Nothing in this service listens to events of this type.");
