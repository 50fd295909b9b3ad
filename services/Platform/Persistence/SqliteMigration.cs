using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Concord.Platform.Persistence;

/// <summary>Migrates an SQLite file, alone.</summary>
/// <remarks>EF marks a migration under way by a row, which a process that is killed leaves behind: whoever comes next waits for it for ever. The system takes back a lock on a file.</remarks>
internal static class SqliteMigration
{
    // How .NET says that somebody else holds the file: errno EWOULDBLOCK, ERROR_SHARING_VIOLATION.
    private const int Busy = 11;
    private const int BusyOnWindows = unchecked((int)0x80070020);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task MigrateSqliteAsync(this DatabaseFacade database, CancellationToken cancellationToken)
    {
        var file = database.GetDbConnection().DataSource;
        await using var alone = await LockAsync($"{file}.migrating", cancellationToken);
        if (File.Exists(file))
        {
            await database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
        }

        await database.MigratePendingAsync(cancellationToken);
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (e.HResult is Busy or BusyOnWindows)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
