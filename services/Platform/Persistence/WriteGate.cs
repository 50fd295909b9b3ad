using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Storage;

namespace Concord.Platform.Persistence;

/// <summary>
/// SQLite has one writer. Writers of one process queue here in memory instead of sleeping in the driver's retry loop:
/// the driver polls every 150 ms and ignores SQLite's own busy handler (dotnet/efcore#36658).
/// </summary>
internal sealed class WriteGate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly SemaphoreSlim _one = new(1, 1);

    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        if (!await _one.WaitAsync(Patience, cancellationToken))
        {
            throw Fail.Because(PlatformReasons.StoreBusy, "The store is busy. Nothing was written.");
        }
    }

    public void Leave() => _one.Release();

    public void Dispose() => _one.Dispose();
}

/// <summary>What a context needs of its host to write: the gate where the provider has one writer, who acts, and who is told of a commit.</summary>
internal sealed record StoreAccess(WriteGate? Gate, ActSource Acts, IReadOnlyList<ICommitListener> Listeners)
{
    /// <summary>For design time and for reading a database from outside the service.</summary>
    public static StoreAccess Unguarded { get; } = new(null, new ActSource(new HttpContextAccessor(), TimeProvider.System, "outside"), []);
}

/// <summary>
/// Told what a commit of this process has changed, right after it and before the caller is answered: for what a process keeps in memory
/// beside its store. Never told of what was rolled back. Two commits may be told out of order: go by the version. Must not throw.
/// </summary>
public interface ICommitListener
{
    void Committed(IReadOnlyCollection<object> records);
}

/// <summary>A transaction that writes; dropped without a commit it leaves nothing.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly ServiceDbContext _db;
    private readonly IDbContextTransaction _transaction;
    private readonly StoreAccess _access;

    private WriteTransaction(ServiceDbContext db, IDbContextTransaction transaction, StoreAccess access)
    {
        _db = db;
        _transaction = transaction;
        _access = access;
    }

    internal static async Task<WriteTransaction> BeginAsync(ServiceDbContext db, StoreAccess access, CancellationToken cancellationToken)
    {
        if (access.Gate is { } gate)
        {
            await gate.EnterAsync(cancellationToken);
        }

        try
        {
            // Microsoft.Data.Sqlite begins IMMEDIATE, so the lock is taken here and never upgraded halfway.
            var write = new WriteTransaction(db, await db.Database.BeginTransactionAsync(cancellationToken), access);
            db.IsWriting = true;
            return write;
        }
        catch
        {
            access.Gate?.Leave();
            throw;
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _db.SealAsync(cancellationToken);
        await _transaction.CommitAsync(cancellationToken);
        _db.TellWritten();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            _db.IsWriting = false;
            _db.ForgetWritten();
            await _transaction.DisposeAsync();
        }
        finally
        {
            _access.Gate?.Leave();
        }
    }
}
