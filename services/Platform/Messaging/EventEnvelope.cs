namespace Concord.Platform.Messaging;

/// <summary>CloudEvents attributes and the data as JSON.</summary>
/// <param name="Id">Made once, stored with the fact; the inbox knows a repetition by it.</param>
/// <param name="Source">The service that raised it.</param>
/// <param name="Type"><c>concord.{service}.{noun}.{past}.v{n}</c>.</param>
/// <param name="Subject">Resource name the fact is about.</param>
/// <param name="Time">When it became true, UTC.</param>
/// <param name="Data">JSON of the record in contracts/Events.</param>
/// <param name="TraceParent">W3C trace context of the request that made it true.</param>
public sealed record EventEnvelope(Guid Id, string Source, string Type, string Subject, DateTime Time, string Data, string? TraceParent);

/// <summary>Returns only when the far side has taken responsibility for the event.</summary>
public interface IEventTransport
{
    Task PublishAsync(EventEnvelope envelope, CancellationToken cancellationToken);
}

/// <summary>The transport itself did not answer in time: no fault of the event, and every other one fares the same.</summary>
public sealed class TransportAwayException(Exception cause) : Exception("The event transport does not answer.", cause);
