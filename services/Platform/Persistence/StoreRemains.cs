using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Persistence;

/// <summary>A record that may say that something was erased for good.</summary>
public interface IErasureMark
{
    bool IsErased { get; }
}

/// <summary>
/// What a database leaves behind of rows that were overwritten. After a commit that erased something, SQLite's log is written back and cut to nothing (deleted bytes are zeroed as they are
/// deleted), and PostgreSQL is told to take dead rows away now. SQL Server does so by itself. What the disk, the server's own log and backups hold is the operator's (docs/operations.md).
/// </summary>
internal sealed partial class StoreRemains(IServiceScopeFactory scopes, ILogger<StoreRemains> logger) : BackgroundService, ICommitListener
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10); // the whole store, and nobody waits for an answer
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly Channel<bool> _asked = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Committed(IReadOnlyCollection<object> records)
    {
        if (records.OfType<IErasureMark>().Any(m => m.IsErased))
        {
            _asked.Writer.TryWrite(true);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var _ in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                while (!await RemoveAsync(stoppingToken))
                {
                    await Task.Delay(Pause, stoppingToken); // a reader still looks at what was before
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogRemaining(e);
            }
        }
    }

    /// <returns>Whether nothing of it is left, as far as the database can say.</returns>
    private async Task<bool> RemoveAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Database;
        if (!database.IsSqlite() && !database.IsNpgsql())
        {
            return true;
        }

        await database.OpenConnectionAsync(cancellationToken);
        await using var command = database.GetDbConnection().CreateCommand();
        command.CommandTimeout = (int)Patience.TotalSeconds;
        command.CommandText = database.IsSqlite() ? "PRAGMA wal_checkpoint(TRUNCATE)" : "VACUUM";
        await using var answer = await command.ExecuteReaderAsync(cancellationToken);
        return !await answer.ReadAsync(cancellationToken) || answer.GetInt64(0) == 0; // SQLite says first whether somebody was in the way
    }

    [LoggerMessage(LogLevel.Error, "The store could not take away what it keeps of rows that were erased; it does so by itself in time, or with the next erasure.")]
    private partial void LogRemaining(Exception e);
}
