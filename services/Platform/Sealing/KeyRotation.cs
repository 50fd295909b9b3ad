using System.Security.Cryptography;
using Concord.Platform.Audit;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Sealing;

/// <summary>
/// A new key of the ring, and every subject's key wrapped by it, while others read and write. What was sealed stays as it is: only the wrapping of the keys changes.
/// </summary>
internal sealed class KeyRotation(ServiceDbContext db, IKeyRing ring)
{
    private const int BatchSize = 200;

    /// <returns>The new key, and how many keys of subjects it wraps that another one wrapped before.</returns>
    /// <exception cref="KeyRingException">The ring cannot do it now; what is done stays, and is gone on with the next time.</exception>
    public async Task<(string Current, int Wrapped)> RunAsync(CancellationToken cancellationToken)
    {
        using var act = Act.Of("rotate-key");
        await ring.RenewAsync(cancellationToken);
        var count = 0;
        while (true)
        {
            // Asked each time: somebody else may have renewed it once more.
            var current = await ring.CurrentAsync(cancellationToken);
            if (await OthersAsync(current, cancellationToken) is not { Count: > 0 } batch)
            {
                return (current, count);
            }

            await WrapAsync(batch, cancellationToken);
            count += batch.Count;
        }
    }

    private Task<List<SubjectKey>> OthersAsync(string current, CancellationToken cancellationToken) =>
        db.Set<SubjectKey>().AsNoTracking().Where(k => k.RingKey != null && k.RingKey != current).OrderBy(k => k.Subject).Take(BatchSize).ToListAsync(cancellationToken);

    private async Task WrapAsync(IReadOnlyList<SubjectKey> batch, CancellationToken cancellationToken)
    {
        var anew = new List<(SubjectKey Key, WrappedKey Wrapped)>();
        foreach (var key in batch)
        {
            var clear = await ring.UnwrapAsync(new WrappedKey(key.RingKey!, key.Wrapped!), key.Subject, cancellationToken);
            anew.Add((key, await ring.WrapAsync(clear, key.Subject, cancellationToken)));
            CryptographicOperations.ZeroMemory(clear);
        }

        await db.RecordAsync(async () =>
        {
            foreach (var (key, wrapped) in anew)
            {
                // Only what is as it was read: a key that was destroyed meanwhile must not come back.
                await db.Set<SubjectKey>().Where(k => k.Subject == key.Subject && k.Version == key.Version && k.RingKey != null).ExecuteUpdateAsync(
                    s => s.SetProperty(k => k.Wrapped, wrapped.Bytes).SetProperty(k => k.RingKey, wrapped.RingKey).SetProperty(k => k.Version, k => k.Version + 1), cancellationToken);
            }
        }, batch.Select(k => k.Subject), cancellationToken);
    }
}
