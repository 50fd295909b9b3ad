using System.Diagnostics;
using System.Threading.Channels;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Alerts;

public static class AlertPace
{
    public static readonly Setting Interval = new("Alerts:Interval", "Seconds between two looks at everything that alerts are raised about; what has changed is looked at sooner, and steps of escalation are taken at such a look.", "60", SettingForm.Period);
}

/// <summary>
/// Keeps the alerts of a service what is true: all of them at the start and at every interval, and soon after a commit what that touched. Every replica does; none has to know of another.
/// </summary>
public sealed partial class AlertWatch<TSubject>(IServiceScopeFactory scopes, IConfiguration configuration, ILogger<AlertWatch<TSubject>> logger) : BackgroundService, ICommitListener
    where TSubject : struct, IStrongId<TSubject>
{
    private const int Tries = 3;
    private const int MostTouched = 200; // more of them at once are no cheaper than all
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1); // acts come in groups; a busy service would do little else than look
    private readonly Lock _touching = new();
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private HashSet<TSubject> _touched = [];

    public void Committed(IReadOnlyCollection<object> records)
    {
        lock (_touching)
        {
            _touched.UnionWith(records.Where(r => r is not Alert<TSubject>).SelectMany(SubjectsIn<TSubject>.Of));
            if (_touched.Count > 0)
            {
                _bell.Writer.TryWrite(true);
            }
        }
    }

    /// <summary>One look, and whatever follows from it.</summary>
    /// <param name="changed">At these and what is touched with them; at everything, and at the clock, where null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task LookAsync(IReadOnlyCollection<TSubject>? changed, CancellationToken cancellationToken)
    {
        var of = changed is null ? null : await AskAsync(keeping => keeping.TouchedWithAsync(changed, cancellationToken));
        var standing = await AskAsync(keeping => keeping.StandingAsync(of, cancellationToken));
        foreach (var kind in await AskAsync(keeping => Task.FromResult(keeping.Kinds)))
        {
            await TryAsync(kind, async () =>
            {
                foreach (var subject in await AskAsync(keeping => keeping.DifferingAsync(kind, standing[kind], of, cancellationToken)))
                {
                    await ChangeAsync(kind, keeping => keeping.ReconcileAsync(kind, subject, cancellationToken), cancellationToken);
                }
            }, cancellationToken);
        }

        if (of is null)
        {
            foreach (var alert in await AskAsync(keeping => keeping.DueAsync(cancellationToken)))
            {
                await ChangeAsync("escalation", keeping => keeping.EscalateAsync(alert, cancellationToken), cancellationToken);
            }
        }
    }

    // Wall time on purpose; only what is stored uses the injected clock.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var interval = TimeSpan.FromSeconds(AlertPace.Interval.RequiredIn<double>(configuration));
        while (!stoppingToken.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            Take(); // it is among all
            await TryAsync("look", () => LookAsync(null, stoppingToken), stoppingToken);
            while (await RingsAsync(interval - Stopwatch.GetElapsedTime(started), stoppingToken))
            {
                await Task.Delay(Settling, stoppingToken);
                var touched = Take();
                await TryAsync("look", () => LookAsync(touched.Count > MostTouched ? null : touched, stoppingToken), stoppingToken);
            }
        }
    }

    private async Task<bool> RingsAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (atMost <= TimeSpan.Zero)
        {
            return false;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(atMost);
        try
        {
            return await _bell.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private HashSet<TSubject> Take()
    {
        lock (_touching)
        {
            var touched = _touched;
            _touched = [];
            return touched;
        }
    }

    // A rule that fails keeps no other from being looked at, and what it would have found is not over.
    private async Task TryAsync(string what, Func<Task> act, CancellationToken cancellationToken)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(e, what);
        }
    }

    // Where another replica was first it is looked at again, and then there is mostly nothing left to do.
    private Task ChangeAsync(string what, Func<AlertKeeping<TSubject>, Task> change, CancellationToken cancellationToken) => TryAsync(what, async () =>
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await change(scope.ServiceProvider.GetRequiredService<AlertKeeping<TSubject>>());
                return;
            }
            catch (Exception e) when (left > 1 && StoreTrouble.WillPass(e))
            {
            }
        }
    }, cancellationToken);

    private async Task<T> AskAsync<T>(Func<AlertKeeping<TSubject>, Task<T>> ask)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<AlertKeeping<TSubject>>());
    }

    [LoggerMessage(LogLevel.Error, "Alerts could not be kept up ({What}); it is tried again at the next look.")]
    private partial void LogFailed(Exception e, string what);
}
