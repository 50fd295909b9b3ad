namespace Concord.Platform.Messaging;

/// <summary>Where no transport is configured facts stay in the outbox, unsent, until one is: nothing is lost, and the relay's warning says why.</summary>
internal sealed class NoTransport : IEventTransport
{
    public Task PublishAsync(EventEnvelope envelope, CancellationToken cancellationToken) =>
        throw new InvalidOperationException("No event transport is configured; facts wait in the outbox.");
}
