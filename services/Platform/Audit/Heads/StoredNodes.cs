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

    /// <summary>Adds the nodes that a chain of that length has and the store does not, a limited number of them.</summary>
    /// <returns>Whether there are none left to add.</returns>
    public async Task<bool> GrowAsync(long size, CancellationToken cancellationToken)
    {
        var room = MerkleProofs.Width;
        for (var level = 1; (size >> (level * MerkleProofs.Step)) > 0; level++)
        {
            var wanted = size >> (level * MerkleProofs.Step);
            var held = await db.AuditNodes.Where(n => n.Level == level).MaxAsync(n => (long?)n.Position, cancellationToken) + 1 ?? 0;
            for (var position = held; position < wanted; position++)
            {
                if (room-- == 0)
                {
                    return false;
                }

                var below = await ReadAsync(level - 1, position << MerkleProofs.Step, MerkleProofs.Width, cancellationToken);
                db.Add(new TreeNode { Level = level, Position = position, Hash = MerkleProofs.Fold(below) });
            }

            await db.SaveChangesAsync(cancellationToken); // the next level reads them
        }

        return true;
    }
}
