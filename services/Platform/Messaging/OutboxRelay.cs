using System.Diagnostics;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Messaging;

/// <summary>
/// Carries facts from the outbox to the transport, at least once: a batch is claimed by one update, published side by side, and marked by another.
/// A fact that cannot be sent waits; the others go.
/// </summary>
public sealed partial class OutboxRelay(IServiceScopeFactory scopes, IEventTransport transport, OutboxSignal signal, PlatformMetrics metrics, TimeProvider time, ILogger<OutboxRelay> logger, string source)
    : BackgroundService
{
    private const int Batch = 200;
    private const int Tries = 5;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1); // wall time on purpose; only what is stored uses the injected clock
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PublishTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestPauseWhileAway = TimeSpan.FromSeconds(5); // it is the transport that is tried then, not the fact

    /// <summary>Sends what is due; of several relays on one database each row goes to one.</summary>
    /// <returns>How many rows were due; a full batch means there may be more.</returns>
    public async Task<int> RelayBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var now = time.Now();
        var due = await db.Outbox.Where(m => m.SentTime == null && m.DueTime <= now)
            .OrderBy(m => m.DueTime).ThenBy(m => m.Sequence).Select(m => m.Sequence).Take(Batch).ToListAsync(cancellationToken);
        if (due.Count > 0)
        {
            var started = Stopwatch.GetTimestamp();
            var claimed = await ClaimAsync(db, due, now, cancellationToken);
            // Facts about one subject go one after another, so that a listener does not race with itself for the same record.
            var sendings = await Task.WhenAll(claimed.GroupBy(m => m.Subject).Select(facts => SendAsync(facts, started, cancellationToken)));
            await SettleAsync(db, [.. sendings.SelectMany(s => s)], cancellationToken);
        }

        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failing = false; // told once, not each second of an outage
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RelayBatchAsync(stoppingToken) == Batch)
                {
                }

                failing = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (!failing)
                {
                    LogBatchFailed(e);
                }

                failing = true;
            }

            await signal.WaitAsync(Poll, stoppingToken);
        }
    }

    // One conditional update: of several relays that chose the same rows, each row changes for one. Needs no lock hint, so it is the same on every provider.
    private static async Task<List<OutboxMessage>> ClaimAsync(ServiceDbContext db, List<long> due, DateTime now, CancellationToken cancellationToken)
    {
        var mine = Guid.CreateVersion7();
        var count = await WriteAsync(db, rows => rows.Where(m => due.Contains(m.Sequence) && m.SentTime == null && m.DueTime <= now)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.Claim, mine).SetProperty(m => m.DueTime, now + Lease).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancellationToken), cancellationToken);
        return count == 0 ? [] : await db.Outbox.AsNoTracking().Where(m => due.Contains(m.Sequence) && m.Claim == mine).OrderBy(m => m.Sequence).ToListAsync(cancellationToken);
    }

    private async Task<List<Sending>> SendAsync(IEnumerable<OutboxMessage> facts, long claimed, CancellationToken cancellationToken)
    {
        List<Sending> sendings = [];
        foreach (var message in facts)
        {
            // What the lease would not cover to its end is left to the next claim, which may be another relay's.
            if (Stopwatch.GetElapsedTime(claimed) > Lease - PublishTimeout)
            {
                break;
            }

            sendings.Add(sendings is [.., { Failure: TransportAwayException away }] ? new(message, away) : new(message, await PublishAsync(message, cancellationToken)));
        }

        return sendings;
    }

    private async Task<Exception?> PublishAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var activity = PlatformActivity.Source.StartActivity($"publish {message.Type}", ActivityKind.Producer, message.TraceParent);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PublishTimeout);
        try
        {
            await transport.PublishAsync(
                new EventEnvelope(message.Id, source, message.Type, message.Subject, message.Time, message.Data, activity?.Id ?? message.TraceParent), patience.Token);
            metrics.Published(message.Type);
            return null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            metrics.PublishFailed(message.Type);
            activity?.SetStatus(ActivityStatusCode.Error, KindOf(e));
            return e;
        }
    }

    private async Task SettleAsync(ServiceDbContext db, List<Sending> sendings, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var sent = sendings.Where(s => s.Failure is null).Select(s => s.Message.Sequence).ToList();
        if (sent.Count > 0)
        {
            await WriteAsync(db, rows => rows.Where(m => sent.Contains(m.Sequence)).ExecuteUpdateAsync(s => s.SetProperty(m => m.SentTime, now), cancellationToken), cancellationToken);
        }

        // Failures of one kind at one try wait for the same time, so an outage is one update too.
        foreach (var failed in sendings.Where(s => s.Failure is not null).GroupBy(s => (Kind: KindOf(s.Failure!), Pause: PauseAfter(s))))
        {
            var (kind, retry, ids) = (failed.Key.Kind, now + failed.Key.Pause, failed.Select(s => s.Message.Sequence).ToList());
            await WriteAsync(db, rows => rows.Where(m => ids.Contains(m.Sequence))
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueTime, retry).SetProperty(m => m.LastError, kind), cancellationToken), cancellationToken);
            if (failed.First().Failure is TransportAwayException away)
            {
                LogTransportAway(away, ids.Count);
                continue;
            }

            foreach (var (message, failure) in failed)
            {
                LogPublishFailed(failure!, message.Id, message.Type);
            }
        }
    }

    private static TimeSpan PauseAfter(Sending failed)
    {
        var longest = failed.Failure is TransportAwayException ? LongestPauseWhileAway : LongestPause;
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failed.Message.Attempts, 20)));
        return pause < longest ? pause : longest;
    }

    private static string KindOf(Exception e) => (e as AggregateException)?.InnerException?.GetType().Name ?? e.GetType().Name;

    // Relays that claim and settle side by side may wait for each other's rows in a ring: the store then ends one of them, and what was settled must not be sent again for that.
    private static async Task<int> WriteAsync(ServiceDbContext db, Func<IQueryable<OutboxMessage>, Task<int>> change, CancellationToken cancellationToken)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                await using var write = await db.BeginWriteAsync(cancellationToken);
                var changed = await change(db.Outbox);
                await write.CommitAsync(cancellationToken);
                return changed;
            }
            catch (Exception e) when (left > 1 && StoreTrouble.AsRefusal(e)?.Reason == PlatformReasons.StoreBusy)
            {
                // The other one goes on now.
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox cannot be read or written; it is tried again each second.")]
    private partial void LogBatchFailed(Exception e);

    [LoggerMessage(LogLevel.Warning, "The event transport does not answer; {Count} facts wait.")]
    private partial void LogTransportAway(Exception e, int count);

    [LoggerMessage(LogLevel.Warning, "Publishing event {EventId} of type {EventType} failed; it is retried.")]
    private partial void LogPublishFailed(Exception e, Guid eventId, string eventType);

    private sealed record Sending(OutboxMessage Message, Exception? Failure);
}
