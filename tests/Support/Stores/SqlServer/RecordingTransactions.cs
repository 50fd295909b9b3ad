using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Concord.Support;

/// <summary>Writes down a transaction that asks for another isolation than the database's own; the driver sends that as a statement of its own.</summary>
internal sealed class RecordingTransactions : DbTransactionInterceptor
{
    public static readonly RecordingTransactions Instance = new();

    public override InterceptionResult<DbTransaction> TransactionStarting(DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        Record(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        Record(eventData);
        return ValueTask.FromResult(result);
    }

    private static void Record(TransactionStartingEventData starting)
    {
        if (starting.Context is { } context && Level(starting.IsolationLevel) is { } level)
        {
            Mirror.Of(context).Record($"SET TRANSACTION ISOLATION LEVEL {level};", CallSite.Here());
        }
    }

    private static string? Level(IsolationLevel level) => level switch
    {
        IsolationLevel.Unspecified => null,
        IsolationLevel.ReadUncommitted => "READ UNCOMMITTED",
        IsolationLevel.RepeatableRead => "REPEATABLE READ",
        _ => level.ToString().ToUpperInvariant(),
    };
}
