using Concord.Platform.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Hosting;

/// <summary>A store that holds the demonstration serves nobody in Production: its people have passwords that a file tells. Looked for as soon as the store answers.</summary>
internal sealed partial class LoadedDemonstration(IServiceScopeFactory scopes, IHostEnvironment environment, IHostApplicationLifetime lifetime, ILogger<LoadedDemonstration> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Whether the process ended for it.</summary>
    public bool Found { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (environment.IsProduction() && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                foreach (var demonstration in scope.ServiceProvider.GetServices<IDemonstration>())
                {
                    Found |= await demonstration.IsLoadedAsync(stoppingToken);
                }

                if (Found)
                {
                    LogFound();
                    lifetime.StopApplication();
                }

                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested && (StoreTrouble.AsRefusal(e) is not null || e is System.Data.Common.DbException or InvalidOperationException))
            {
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // nobody is served without the store either
            }
        }
    }

    [LoggerMessage(LogLevel.Critical, "The store holds the demonstration and the environment is Production: the process ends. Use another store, or set ASPNETCORE_ENVIRONMENT to Demonstration.")]
    private partial void LogFound();
}
