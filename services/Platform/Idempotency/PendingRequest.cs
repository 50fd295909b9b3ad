using Concord.Platform.Persistence;

namespace Concord.Platform.Idempotency;

/// <summary>Keeps the transaction of a handler's save open until its answer has been stored in it.</summary>
internal sealed class PendingRequest(CompletedRequest reservation) : IAsyncDisposable
{
    private WriteTransaction? _write;
    private ServiceDbContext? _db;

    /// <summary>Whether the handler saved anything.</summary>
    public bool Holds => _write is not null;

    /// <summary>Called by the first save: the key is reserved before anything else is written, so of two first uses one loses on the primary key.</summary>
    public async Task<int> HoldAsync(ServiceDbContext db, Func<Task<int>> save, CancellationToken cancellationToken)
    {
        _db = db;
        db.Add(reservation);
        _write = await db.BeginWriteAsync(cancellationToken);
        return await save();
    }

    public async Task CommitAsync(int statusCode, string? contentType, string? location, string? etag, byte[] body, CancellationToken cancellationToken)
    {
        reservation.StatusCode = statusCode;
        reservation.ContentType = contentType;
        reservation.Location = location;
        reservation.Record = ForgottenAnswers.RecordOf(reservation.Record, ForgottenAnswers.RecordIn(location));
        reservation.ETag = etag;
        reservation.Body = body;
        await _db!.SaveChangesAsync(cancellationToken);
        await _write!.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_write is not null)
        {
            await _write.DisposeAsync();
        }
    }
}
