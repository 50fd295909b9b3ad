using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Sealing;

public static class SealingSetup
{
    /// <summary>For a service that seals fields; its store applies <see cref="SubjectKeyConfiguration"/>, its reasons take <see cref="SealingReasons.All"/> in.</summary>
    public static IServiceCollection AddSealing(this IServiceCollection services)
    {
        services.TryAddSingleton<IKeyRing, KeyDirectory>();
        services.NeedsSetting(KeyDirectory.Path).AddSingleton<UnwrappedKeys>().AddHostedService<SealingStart>();
        return services.AddScoped(p => new Sealer(
            p.GetRequiredService<ServiceDbContext>(), p.GetRequiredService<IKeyRing>(), p.GetRequiredService<UnwrappedKeys>(), p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<Sealer>>()));
    }

    /// <summary>For a service that also erases subjects, by its <see cref="ISubjectErasure"/>: whom it erased is written where a restored backup does not reach.</summary>
    public static IServiceCollection AddErasureLedger(this IServiceCollection services) =>
        services.TakesSetting(ErasureLedger.Path).AddSingleton<ErasureLedger>().AddSingleton<ICommitListener>(p => p.GetRequiredService<ErasureLedger>()).AddHostedService(p => p.GetRequiredService<ErasureLedger>());
}

/// <summary>A service whose keys cannot be used, or can be read by others, does not start.</summary>
internal sealed class SealingStart(IKeyRing ring, IServiceScopeFactory scopes) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => ring.PrepareAsync(IsInUseAsync, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> IsInUseAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<SubjectKey>().AnyAsync(k => k.RingKey != null, cancellationToken);
    }
}
