using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Hosting;

/// <summary>Brings a service's store up to date before it serves.</summary>
public static class StorePreparation
{
    public static async Task PrepareStoreAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Database.MigrateAsync(cancellationToken);
        }

        await EachAsync<IStoreSeed>(services, seed => seed.SeedAsync(cancellationToken));
    }

    public static Task LoadDemonstrationAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        EachAsync<IDemonstration>(services, demonstration => demonstration.LoadAsync(cancellationToken));

    private static async Task EachAsync<T>(IServiceProvider services, Func<T, Task> act) where T : class
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var part in scope.ServiceProvider.GetServices<T>())
        {
            await act(part);
        }
    }
}
