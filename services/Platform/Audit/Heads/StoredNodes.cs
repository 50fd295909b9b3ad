using Concord.Contracts.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Audit.Heads;

/// <summary>The tree over a chain as its store holds it.</summary>
internal sealed class StoredNodes(ServiceDbContext db) : ITreeNodes
{
    public async Task<IReadOnlyList<byte[]>> ReadAsync(int level, long first, int count, CancellationToken cancellationToken)
    {
        var end = first + count;
        var hashes = level == 0
            ? await db.AuditEntries.Where(e => e.Sequence >= first && e.Sequence < end).OrderBy(e => e.Sequence).Select(e => e.Hash).ToListAsync(cancellationToken)
            : await db.AuditNodes.Where(n => n.Level == level && n.Position >= first && n.Position < end).OrderBy(n => n.Position).Select(n => n.Hash).ToListAsync(cancellationToken);
        return hashes.Count == count ? hashes : throw Fail.Because(PlatformReasons.AuditBroken, "A part of the audit chain is missing.");
    }

    /// <summary>Adds the nodes that a chain of that length has and the store does not.</summary>
    /// <param name="size">Number of entries.</param>
    /// <param name="most">How many to add at once, so that no writer waits for long.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether there are none left to add.</returns>
    public async Task<bool> GrowAsync(long size, int most, CancellationToken cancellationToken)
    {
        for (var level = 1; (size >> (level * MerkleProofs.Step)) > 0; level++)
        {
            var wanted = size >> (level * MerkleProofs.Step);
            var position = await db.AuditNodes.Where(n => n.Level == level).MaxAsync(n => (long?)n.Position, cancellationToken) + 1 ?? 0;
            for (; position < wanted && most > 0; position++, most--)
            {
                var below = await ReadAsync(level - 1, position << MerkleProofs.Step, MerkleProofs.Width, cancellationToken);
                db.Add(new TreeNode { Level = level, Position = position, Hash = MerkleProofs.Fold(below) });
            }

            await db.SaveChangesAsync(cancellationToken); // the next level reads them
            if (position < wanted)
            {
                return false;
            }
        }

        return true;
    }
}
