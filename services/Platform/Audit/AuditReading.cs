using System.Security.Cryptography;
using Concord.Contracts.Audit;
using Concord.Platform.Audit.Heads;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Audit;

/// <summary>The chain as the store holds it, from its first entry on.</summary>
internal static class AuditReading
{
    private const int Batch = 500;

    /// <summary>Every stored entry, by its number.</summary>
    public static async IAsyncEnumerable<AuditEntry> EntriesAsync(ServiceDbContext db, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (long? after = -1; after is not null;)
        {
            var last = after.Value;
            var rows = await db.AuditEntries.Where(e => e.Sequence > last).OrderBy(e => e.Sequence).Take(Batch).AsNoTracking().ToListAsync(cancellationToken);
            var end = rows.Count > 0 ? rows[^1].Sequence : last;

            // By themselves: joined, the text of an entry would come once for each of its records, which for an import of thousands is gigabytes.
            var touches = (await db.Set<AuditTouch>().Where(t => t.Sequence > last && t.Sequence <= end).AsNoTracking().ToListAsync(cancellationToken)).ToLookup(t => t.Sequence);
            foreach (var row in rows)
            {
                row.Touches.AddRange(touches[row.Sequence]);
                yield return row;
            }

            after = rows.Count == Batch ? rows[^1].Sequence : null;
        }
    }

    /// <summary>Checks the whole chain, the heads that were signed over it, and the nodes that proofs are made of.</summary>
    /// <param name="db">Its store.</param>
    /// <param name="service">Whose chain.</param>
    /// <param name="keys">Keys of the heads; none: signatures are not looked at.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was checked, and the first thing wrong; null where nothing is.</returns>
    public static async Task<(ChainCheck Check, ChainFault? Fault)> CheckAsync(ServiceDbContext db, string service, IReadOnlyCollection<ECDsa> keys, CancellationToken cancellationToken)
    {
        // Read first: what is appended while the check goes on stands behind it.
        var heads = await db.AuditHeads.OrderBy(h => h.Size).AsNoTracking().ToListAsync(cancellationToken);
        var check = new ChainCheck(service, heads.Select(h => h.Told(service)), keys);
        var tip = await db.AuditTips.AsNoTracking().SingleOrDefaultAsync(t => t.Id == AuditTip.Only, cancellationToken);
        if (tip is null)
        {
            return (check, new ChainFault(0, "The end of the chain is not on record."));
        }

        await foreach (var entry in EntriesAsync(db, cancellationToken))
        {
            if (check.Size == tip.Size && entry.Sequence == tip.Size)
            {
                break;
            }

            if (check.Add(Found(entry)) is { } fault)
            {
                return (check, fault);
            }
        }

        return (check, check.End(tip.Size, tip.Hash) ?? await NodesAsync(db, cancellationToken));
    }

    // The leaves are checked by now; each stored node must be the root over those below it.
    private static async Task<ChainFault?> NodesAsync(ServiceDbContext db, CancellationToken cancellationToken)
    {
        var nodes = new StoredNodes(db);
        for (var level = 1; await db.AuditNodes.AnyAsync(n => n.Level == level, cancellationToken); level++)
        {
            var last = await db.AuditNodes.Where(n => n.Level == level).MaxAsync(n => n.Position, cancellationToken);
            for (var first = 0L; first <= last; first += MerkleProofs.Width)
            {
                var row = await nodes.ReadAsync(level, first, (int)Math.Min(MerkleProofs.Width, last + 1 - first), cancellationToken);
                for (var i = 0; i < row.Count; i++)
                {
                    var below = await nodes.ReadAsync(level - 1, (first + i) << MerkleProofs.Step, MerkleProofs.Width, cancellationToken);
                    if (!row[i].AsSpan().SequenceEqual(MerkleProofs.Fold(below)))
                    {
                        return new ChainFault((first + i) << (level * MerkleProofs.Step), "The entries are whole; the node that proofs of them are made of is not.");
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Writes the chain as an <see cref="AuditExport"/>.</summary>
    public static async Task ExportAsync(ServiceDbContext db, string service, Stream to, CancellationToken cancellationToken)
    {
        var tip = await db.AuditTips.AsNoTracking().SingleAsync(t => t.Id == AuditTip.Only, cancellationToken);
        await using var writer = new StreamWriter(to, leaveOpen: true) { NewLine = "\n" };
        var head = await db.AuditHeads.Where(h => h.Size <= tip.Size).OrderByDescending(h => h.Size).Include(h => h.Witnesses).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        await writer.WriteLineAsync(new AuditExport(service, tip.Size, Convert.ToHexStringLower(tip.Hash), head?.Told(service)).Write());
        await foreach (var entry in EntriesAsync(db, cancellationToken).TakeWhile(e => e.Sequence < tip.Size).WithCancellation(cancellationToken))
        {
            await writer.WriteLineAsync(entry.Content.AsMemory(), cancellationToken);
        }
    }

    private static FoundEntry Found(AuditEntry e) =>
        new(e.Sequence, e.Content, e.Hash, new BesideText(e.Time, e.Actor, e.Organization, e.Action, e.Outcome, [.. e.Touches.Select(t => t.Resource)]));
}
