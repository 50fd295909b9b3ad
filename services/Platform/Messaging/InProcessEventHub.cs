using System.Collections.Concurrent;

namespace Concord.Platform.Messaging;

/// <summary>
/// Transport of the single-process platform. Durable without a broker: the outbox row is marked sent only after every
/// subscriber has committed, and one that already did is skipped by its inbox.
/// </summary>
public sealed class InProcessEventHub : IEventTransport
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<Func<EventEnvelope, CancellationToken, Task>>> _receivers = new();

    /// <summary>Connects every handler of one service.</summary>
    public void Subscribe(IServiceProvider service, IEnumerable<EventSubscription> subscriptions)
    {
        foreach (var subscription in subscriptions)
        {
            _receivers.GetOrAdd(subscription.Type, _ => []).Add((envelope, cancellationToken) => subscription.ReceiveAsync(service, envelope, cancellationToken));
        }
    }

    public async Task PublishAsync(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        List<Exception>? failures = null;
        foreach (var receive in _receivers.GetValueOrDefault(envelope.Type) ?? [])
        {
            try
            {
                await receive(envelope, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                (failures ??= []).Add(e); // one failing listener must not keep the fact from the others
            }
        }

        if (failures is not null)
        {
            throw new AggregateException(failures);
        }
    }
}
