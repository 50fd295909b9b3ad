using Concord.Platform.Persistence;
using OpenIddict.Abstractions;

namespace Concord.Identity.Tokens;

/// <summary>Removes tokens and authorizations that ended long ago.</summary>
internal sealed partial class TokenSweeper(IServiceScopeFactory scopes, TimeProvider time, ILogger<TokenSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(2); // long enough to notice that a redeemed code or token is tried again
    private static readonly TimeSpan Pace = TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = new DateTimeOffset(time.Now() - Keep);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, cancellationToken);
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

    [LoggerMessage(LogLevel.Error, "Sweeping tokens failed; it is retried in an hour.")]
    private partial void LogSweepFailed(Exception e);
}
