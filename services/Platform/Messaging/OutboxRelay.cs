using System.Threading.Channels;
using Concord.Platform.Persistence;
using Concord.Platform.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Messaging;

/// <summary>Wakes the relay of this process right after a commit that raised something.</summary>
public sealed class OutboxSignal : ICommitListener
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Committed(IReadOnlyCollection<object> records)
    {
        if (records.OfType<OutboxMessage>().Any())
        {
            _bell.Writer.TryWrite(true);
        }
    }

    internal async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(atMost);
        try
        {
            await _bell.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // the poll: what another process or an earlier life of this one left behind
        }
    }
}

/// <summary>Carries facts from the outbox to the transport, at least once, each row on its own: a bad one waits, the rows behind it go.</summary>
public sealed partial class OutboxRelay(IServiceScopeFactory scopes, IEventTransport transport, OutboxSignal signal, PlatformMetrics metrics, TimeProvider time, ILogger<OutboxRelay> logger, string source)
    : BackgroundService
{
    private const int Batch = 50;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1); // wall time on purpose; only what is stored uses the injected clock
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PublishTimeout = TimeSpan.FromSeconds(5); // shorter than the lease, so that it never runs out while we publish

    /// <summary>Sends what is due; of several relays on one database each row goes to one.</summary>
    /// <returns>How many rows were due; a full batch means there may be more.</returns>
    public async Task<int> RelayBatchAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var now = time.Now();
        var due = await db.Outbox.AsNoTracking()
            .Where(m => m.SentTime == null && m.DueTime <= now)
            .OrderBy(m => m.Sequence).Take(Batch).ToListAsync(cancellationToken);
        foreach (var message in due)
        {
            if (await ClaimAsync(db, message, now, cancellationToken))
            {
                await SendAsync(db, message, cancellationToken);
            }
        }

        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RelayBatchAsync(stoppingToken) == Batch)
                {
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogBatchFailed(e);
            }

            await signal.WaitAsync(Poll, stoppingToken);
        }
    }

    // Compare-and-swap on the due time: of several relays only one changes the row. Needs no lock hint, so it is the same on every provider.
    private static Task<bool> ClaimAsync(ServiceDbContext db, OutboxMessage message, DateTime now, CancellationToken cancellationToken) =>
        WriteAsync(db, rows => rows
            .Where(m => m.Sequence == message.Sequence && m.DueTime == message.DueTime && m.SentTime == null)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueTime, now + Lease).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancellationToken), cancellationToken);

    private async Task SendAsync(ServiceDbContext db, OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            patience.CancelAfter(PublishTimeout);
            await transport.PublishAsync(new EventEnvelope(message.Id, source, message.Type, message.Subject, message.Time, message.Data, message.TraceParent), patience.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var retry = time.Now() + TimeSpan.FromSeconds(Math.Min(3600, Math.Pow(2, message.Attempts)));
            var kind = (e as AggregateException)?.InnerException?.GetType().Name ?? e.GetType().Name;
            await WriteAsync(db, rows => rows.Where(m => m.Sequence == message.Sequence)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.DueTime, retry).SetProperty(m => m.LastError, kind), cancellationToken), cancellationToken);
            metrics.PublishFailed(message.Type);
            LogPublishFailed(e, message.Id, message.Type);
            return;
        }

        metrics.Published(message.Type);
        var sent = time.Now();
        await WriteAsync(db, rows => rows.Where(m => m.Sequence == message.Sequence)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.SentTime, sent), cancellationToken), cancellationToken);
    }

    private static async Task<bool> WriteAsync(ServiceDbContext db, Func<IQueryable<OutboxMessage>, Task<int>> change, CancellationToken cancellationToken)
    {
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var changed = await change(db.Outbox);
        await write.CommitAsync(cancellationToken);
        return changed > 0;
    }

    [LoggerMessage(LogLevel.Error, "Outbox batch failed; it is retried.")]
    private partial void LogBatchFailed(Exception e);

    [LoggerMessage(LogLevel.Warning, "Publishing event {EventId} of type {EventType} failed; it is retried.")]
    private partial void LogPublishFailed(Exception e, Guid eventId, string eventType);
}
