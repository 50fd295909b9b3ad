using System.Data.Common;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Hosting;

/// <summary>Brings a service's store up to date before it serves.</summary>
public static class StorePreparation
{
    private const int Tries = 10;
    private static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(10); // an index over a table that has grown, and nobody waits for an answer
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task PrepareStoreAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await InScopeAsync(services, scope => MigrateAsync(scope.GetRequiredService<ServiceDbContext>().Database, cancellationToken), cancellationToken);
        await EachAsync<IStoreSeed>(services, seed => seed.SeedAsync(cancellationToken), cancellationToken);
    }

    public static Task LoadDemonstrationAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        EachAsync<IDemonstration>(services, demonstration => demonstration.LoadAsync(cancellationToken), cancellationToken);

    private static async Task MigrateAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        database.SetCommandTimeout(LongestStatement);
        await (database.IsSqlite() ? database.MigrateSqliteAsync(cancellationToken) : database.MigratePendingAsync(cancellationToken));
    }

    private static async Task EachAsync<T>(IServiceProvider services, Func<T, Task> act, CancellationToken cancellationToken) where T : class
    {
        int count;
        await using (var scope = services.CreateAsyncScope())
        {
            count = scope.ServiceProvider.GetServices<T>().Count();
        }

        for (var i = 0; i < count; i++)
        {
            var part = i;
            using var own = Act.Of(typeof(T) == typeof(IStoreSeed) ? "seed" : "demonstration");
            await InScopeAsync(services, scope => act(scope.GetServices<T>().ElementAt(part)), cancellationToken);
        }
    }

    // Where several prepare one store at once, one makes the database, the table or the record, and the others are refused: they look again and find it done.
    private static async Task InScopeAsync(IServiceProvider services, Func<IServiceProvider, Task> act, CancellationToken cancellationToken)
    {
        for (var left = Tries; ; left--)
        {
            await using var scope = services.CreateAsyncScope();
            try
            {
                await act(scope.ServiceProvider);
                return;
            }
            catch (Exception e) when (left > 1 && (e is DbException or DbUpdateException or DomainException { Reason.Kind: Refusal.Conflict } || StoreTrouble.AsRefusal(e) is not null))
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
