using Concord.Contracts.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Audit.Heads;

/// <summary>Signs how long the chain is and the root over it, where that is due.</summary>
internal static class HeadSigning
{
    /// <summary>So many entries are never left without a head for longer than it takes to look.</summary>
    public const int MostUnsigned = 1000;

    /// <summary>No entry is left without a head for longer; with the time between two looks a minute.</summary>
    public static readonly TimeSpan LongestUnsigned = TimeSpan.FromSeconds(55);

    /// <returns>The new head; null where none is due, or another replica was faster.</returns>
    public static async Task<SignedHead?> SignDueAsync(ServiceDbContext db, string service, SigningKeys keys, DateTime now, CancellationToken cancellationToken)
    {
        var size = await db.AuditTips.Where(t => t.Id == AuditTip.Only).Select(t => t.Size).SingleOrDefaultAsync(cancellationToken);
        var last = await db.AuditHeads.OrderByDescending(h => h.Size).Select(h => new { h.Size, h.Time }).FirstOrDefaultAsync(cancellationToken);
        var unsigned = size - (last?.Size ?? 0);
        return unsigned > 0 && (last is null || unsigned >= MostUnsigned || now - last.Time >= LongestUnsigned)
            ? await SignAsync(db, service, size, keys, now, cancellationToken)
            : null;
    }

    private static async Task<SignedHead?> SignAsync(ServiceDbContext db, string service, long size, SigningKeys keys, DateTime now, CancellationToken cancellationToken)
    {
        var signedAt = Instant.Truncate(now); // as it will be read again
        var nodes = new StoredNodes(db);
        try
        {
            for (var grown = false; !grown;)
            {
                await using var growth = await db.BeginWriteAsync(cancellationToken);
                grown = await nodes.GrowAsync(size, MerkleProofs.Width, cancellationToken);
                await growth.CommitAsync(cancellationToken);
                db.ChangeTracker.Clear();
            }

            var root = await new MerkleProofs(nodes).RootAsync(size, cancellationToken);
            var signed = SignedHead.Sign(new AuditHead(service, size, Convert.ToHexStringLower(root), signedAt), keys.Current);
            db.Add(new HeadRecord { Size = size, Root = root, Time = signedAt, Key = signed.Key, Signature = signed.Signature });
            await db.SaveChangesAsync(cancellationToken);
            return signed;
        }
        catch (DomainException e) when (e.Reason == PlatformReasons.ConcurrentChange)
        {
            return null;
        }
    }
}
