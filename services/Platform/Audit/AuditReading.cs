using Concord.Contracts.Audit;
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
            var rows = await db.AuditEntries.Where(e => e.Sequence > last).OrderBy(e => e.Sequence).Take(Batch).Include(e => e.Touches).AsNoTracking().ToListAsync(cancellationToken);
            foreach (var row in rows)
            {
                yield return row;
            }

            after = rows.Count == Batch ? rows[^1].Sequence : null;
        }
    }

    /// <summary>Checks the whole chain.</summary>
    /// <returns>What was checked, and the first thing wrong; null where nothing is.</returns>
    public static async Task<(ChainCheck Check, ChainFault? Fault)> CheckAsync(ServiceDbContext db, string service, CancellationToken cancellationToken)
    {
        var check = new ChainCheck(service);
        // Read first: what is appended while the check goes on stands behind it.
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

        return (check, check.End(tip.Size, tip.Hash));
    }

    /// <summary>Writes the chain as an <see cref="AuditExport"/>.</summary>
    public static async Task ExportAsync(ServiceDbContext db, string service, Stream to, CancellationToken cancellationToken)
    {
        var tip = await db.AuditTips.AsNoTracking().SingleAsync(t => t.Id == AuditTip.Only, cancellationToken);
        await using var writer = new StreamWriter(to, leaveOpen: true) { NewLine = "\n" };
        await writer.WriteLineAsync(new AuditExport(service, tip.Size, Convert.ToHexStringLower(tip.Hash)).Write());
        await foreach (var entry in EntriesAsync(db, cancellationToken).TakeWhile(e => e.Sequence < tip.Size).WithCancellation(cancellationToken))
        {
            await writer.WriteLineAsync(entry.Content.AsMemory(), cancellationToken);
        }
    }

    private static FoundEntry Found(AuditEntry e) =>
        new(e.Sequence, e.Content, e.Hash, new BesideText(e.Time, e.Actor, e.Organization, e.Action, e.Outcome, [.. e.Touches.Select(t => t.Resource)]));
}
