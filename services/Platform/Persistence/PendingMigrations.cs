using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Concord.Platform.Persistence;

internal static class PendingMigrations
{
    /// <summary>Migrates where there is something to migrate.</summary>
    /// <remarks>To migrate by nothing compares the whole model with that of the last migration first, at each start again.</remarks>
    public static async Task MigratePendingAsync(this DatabaseFacade database, CancellationToken cancellationToken)
    {
        if ((await database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            await database.MigrateAsync(cancellationToken);
        }
    }
}
