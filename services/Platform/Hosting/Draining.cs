using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Concord.Platform.Hosting;

/// <summary>
/// The way out of a host that others send requests to: it says that it is not ready any more, serves on until they have noticed, then stops listening.
/// </summary>
public sealed class Draining(IConfiguration configuration) : IHostedLifecycleService
{
    public static readonly Setting Seconds = new("Listen:DrainSeconds", "How long a stopping process still serves after /health/ready began to say so, in seconds.", "0", SettingForm.Pause);
    private readonly TimeSpan _pause = TimeSpan.FromSeconds(Seconds.RequiredIn<double>(configuration));
    private volatile bool _begun;

    public bool HasBegun => _begun;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (_begun)
        {
            return;
        }

        _begun = true;
        try
        {
            await Task.Delay(_pause, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // whoever stops us will not wait any longer: what is left of the stop must still run
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

public static class DrainingSetup
{
    public static IServiceCollection AddDraining(this IServiceCollection services) =>
        services.TakesSetting(Draining.Seconds).AddSingleton<Draining>().AddHostedService(p => p.GetRequiredService<Draining>());
}
