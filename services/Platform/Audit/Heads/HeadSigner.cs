using Concord.Platform.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Audit.Heads;

/// <summary>Looks every few seconds whether a head is due, signs it, and hands it on to the directory of heads.</summary>
internal sealed partial class HeadSigner(IServiceScopeFactory scopes, IConfiguration configuration, SigningKeySource source, TimeProvider time, ILogger<HeadSigner> logger, string service) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5); // wall time on purpose; only what is signed uses the injected clock

    /// <summary>Signs what is due now.</summary>
    public async Task LookAsync(SigningKeys keys, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var made = await HeadSigning.SignDueAsync(db, service, keys, time.Now(), cancellationToken);
        if (made is not null && HeadDirectory.Path.In(configuration) is { } directory)
        {
            await HeadDirectory.ExportAsync(db, service, directory, cancellationToken);
        }
    }

    /// <summary>A key that cannot be used is told before anything is served.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (source.Keys is not null)
        {
            return base.StartAsync(cancellationToken);
        }

        LogNoKey(SigningKeys.File.Key);
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var keys = source.Keys!;

        var failing = false; // told once, not at each look of an outage
        using var timer = new PeriodicTimer(Pace);
        do
        {
            try
            {
                await LookAsync(keys, stoppingToken);
                failing = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (!failing)
                {
                    LogNotSigned(e);
                }

                failing = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "{Key} is not set: the heads of the audit chain are not signed.")]
    private partial void LogNoKey(string key);

    [LoggerMessage(LogLevel.Error, "The head of the audit chain could not be signed or handed on; it is tried again.")]
    private partial void LogNotSigned(Exception e);
}
