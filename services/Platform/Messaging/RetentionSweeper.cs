using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Messaging;

/// <summary>Removes what nobody can ask for any more: sent facts after 14 days, inbox rows after 30, remembered answers after 7; and what a service has a rule for.</summary>
public sealed partial class RetentionSweeper(IServiceScopeFactory scopes, IEnumerable<RetentionRule> rules, TimeProvider time, ILogger<RetentionSweeper> logger) : BackgroundService
{
    public static readonly TimeSpan Outbox = TimeSpan.FromDays(14);
    public static readonly TimeSpan Inbox = TimeSpan.FromDays(30); // longer than the outbox, or a replayed fact would be applied again
    public static readonly TimeSpan Answers = TimeSpan.FromDays(7);
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var (outbox, inbox, answers) = (time.Now() - Outbox, time.Now() - Inbox, time.Now() - Answers);
        await using var write = await db.BeginWriteAsync(cancellationToken);
        await db.Outbox.Where(m => m.SentTime != null && m.SentTime < outbox).ExecuteDeleteAsync(cancellationToken);
        await db.Inbox.Where(m => m.ReceiveTime < inbox).ExecuteDeleteAsync(cancellationToken);
        await db.CompletedRequests.Where(r => r.CompleteTime < answers).ExecuteDeleteAsync(cancellationToken);
        foreach (var rule in rules)
        {
            await rule.RemoveAsync(db, time.Now(), cancellationToken);
        }

        await write.CommitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogSweepFailed(e);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Sweeping failed; it is retried in an hour.")]
    private partial void LogSweepFailed(Exception e);
}
