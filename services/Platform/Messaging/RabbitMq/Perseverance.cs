using Concord.Platform.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>
/// How long an event is tried. One that fails by itself is poison after five tries within seconds. One that fails because something the service needs is
/// away is not: it waits, with growing pauses, and when the broker will soon lose patience with the open delivery it is given back to its queue.
/// </summary>
internal sealed partial class Perseverance(TimeProvider time, IHostApplicationLifetime host, ILogger<Perseverance> logger)
{
    public const int Tries = 5;

    /// <summary>Half of the broker's own time-out of a delivery (30 min): it would close the channel, and with it every other delivery.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <exception cref="PoisonException">Not handled, and it never will be as things are.</exception>
    /// <exception cref="GivenBackException">Not handled, and not its fault: back to the queue.</exception>
    public async Task TryAsync(Func<CancellationToken, Task> receive, EventEnvelope envelope, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        for (int tries = 0, waits = 0; ;)
        {
            try
            {
                await receive(cancellationToken);
                return;
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested && StoreTrouble.WillPass(e))
            {
                if (time.GetElapsedTime(started) > LongestWait)
                {
                    throw new GivenBackException();
                }

                LogWaits(envelope.Id, envelope.Type, e.GetType().Name, ++waits);
                await PauseAsync(waits, cancellationToken);
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                if (++tries == Tries)
                {
                    LogPoison(envelope.Id, envelope.Type, e.GetType().Name, e.StackTrace);
                    throw new PoisonException(e.GetType().Name);
                }

                LogTried(envelope.Id, envelope.Type, e.GetType().Name, tries);
                await PauseAsync(tries, cancellationToken);
            }
        }
    }

    private async Task PauseAsync(int round, CancellationToken cancellationToken)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(round - 1, 10)) * (0.75 + (Random.Shared.NextDouble() / 2)); // those that lost a race must not meet again
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        try
        {
            await Task.Delay(pause < LongestPause ? pause : LongestPause, time, ending.Token);
        }
        catch (OperationCanceledException)
        {
            throw new GivenBackException();
        }
    }

    [LoggerMessage(LogLevel.Warning, "Event {EventId} of type {EventType} waits, for the {Waits}. time, because of {Failure}.")]
    private partial void LogWaits(Guid eventId, string eventType, string failure, int waits);

    // The stack says where; the failure's text could say of whom, so it is not kept.
    [LoggerMessage(LogLevel.Error, "Event {EventId} of type {EventType} is parked with the dead letters because of {Failure}: {Stack}")]
    private partial void LogPoison(Guid eventId, string eventType, string failure, string? stack);

    [LoggerMessage(LogLevel.Warning, "Event {EventId} of type {EventType} failed with {Failure} at try {Tries}; it is tried again.")]
    private partial void LogTried(Guid eventId, string eventType, string failure, int tries);
}

/// <summary>The event goes to the dead letters. Carries the failure's type only, for whatever is logged of it further out.</summary>
internal sealed class PoisonException(string failure) : Exception($"Tried in vain: {failure}.")
{
    public string Failure { get; } = failure;
}

/// <summary>The event goes back to its queue: this process stops, or what it needs stays away.</summary>
internal sealed class GivenBackException() : Exception("Given back to the queue.");
