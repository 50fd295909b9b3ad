using System.Text;
using Concord.Contracts.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Audit;

/// <summary>Puts an entry at the end of the chain, in the transaction of what it tells of.</summary>
internal static class AuditChain
{
    /// <param name="db">In its transaction.</param>
    /// <param name="draft">All but its place in the chain.</param>
    /// <param name="saveAsync">Sends what was added.</param>
    /// <param name="cancellationToken">Stops it; nothing is written then.</param>
    public static async Task AppendAsync(ServiceDbContext db, AuditContent draft, Func<Task> saveAsync, CancellationToken cancellationToken)
    {
        // The row is held from here to the commit, which comes next: whoever else commits waits for a moment, and nobody who waits holds it.
        var locked = await db.AuditTips.Where(t => t.Id == AuditTip.Only).ExecuteUpdateAsync(s => s.SetProperty(t => t.Size, t => t.Size + 1), cancellationToken);
        if (locked != 1)
        {
            throw Fail.Because(PlatformReasons.AuditBroken, "The end of the audit chain is missing. Nothing was written.");
        }

        var tip = await db.AuditTips.SingleAsync(t => t.Id == AuditTip.Only, cancellationToken);
        var content = draft with { Sequence = tip.Size - 1, Previous = Convert.ToHexStringLower(tip.Hash) };
        var text = content.Write();
        var entry = new AuditEntry
        {
            Sequence = content.Sequence,
            Time = content.Time,
            Actor = content.Actor,
            Organization = content.Organization,
            Action = content.Action,
            Outcome = content.Outcome,
            Content = text,
            Hash = MerkleTree.Leaf(Encoding.UTF8.GetBytes(text)),
        };
        entry.Touches.AddRange(content.Resources.Select(r => new AuditTouch { Resource = r, Sequence = content.Sequence }));
        db.Add(entry);
        db.Entry(tip).Property(t => t.Hash).CurrentValue = entry.Hash; // said to the tracker, which may have been told not to look for changes
        await saveAsync();
        foreach (var touch in entry.Touches.ToList())
        {
            db.Entry(touch).State = EntityState.Detached;
        }

        db.Entry(entry).State = EntityState.Detached;
        db.Entry(tip).State = EntityState.Detached;
    }
}
