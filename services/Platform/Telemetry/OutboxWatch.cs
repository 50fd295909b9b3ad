using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Telemetry;

/// <summary>Looks at the outbox every few seconds, so that neither a request nor the collector's question waits for the store.</summary>
internal sealed partial class OutboxWatch(IServiceScopeFactory scopes, PlatformMetrics metrics, ILogger<OutboxWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(15);

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        // Only rows without a SentTime, which lead the index: few, unless the broker is away.
        var unsent = scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Outbox.Where(m => m.SentTime == null);
        var depth = await unsent.LongCountAsync(cancellationToken);
        metrics.Outbox = new OutboxState(depth, depth == 0 ? null : await unsent.MinAsync(m => (DateTime?)m.Time, cancellationToken));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                metrics.Outbox = null;
                LogNotSeen(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "The outbox could not be looked at; its depth and age are not told until it can.")]
    private partial void LogNotSeen(Exception e);
}
