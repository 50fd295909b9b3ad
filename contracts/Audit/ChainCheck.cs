using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Concord.Contracts.Audit;

/// <summary>A stored entry as somebody finds it: its text, and what stands beside the text for searching.</summary>
/// <param name="Key">Under which number it is stored.</param>
/// <param name="Text">What was hashed.</param>
/// <param name="Hash">The stored hash; null where only the text is at hand, as in an export.</param>
/// <param name="Beside">What the columns beside the text say; null where there are none.</param>
public sealed record FoundEntry(long Key, string Text, byte[]? Hash = null, BesideText? Beside = null);

/// <summary>The columns beside the text of an entry.</summary>
public sealed record BesideText(DateTime Time, string Actor, string? Organization, string Action, AuditOutcome Outcome, IReadOnlyList<string> Resources);

/// <summary>The first thing wrong with a chain.</summary>
/// <param name="Sequence">The place of the first bad or missing entry.</param>
/// <param name="What">What is wrong there.</param>
public sealed record ChainFault(long Sequence, string What);

/// <summary>Reads a chain from its first entry on and finds the first that is not what it was when it was written. Needs nothing but the entries.</summary>
/// <param name="service">Whose chain.</param>
/// <param name="heads">Signed heads that the chain must have passed through; one kept elsewhere shows a chain that was rewritten as a whole.</param>
/// <param name="keys">Keys of the service that are trusted; where there is none, signatures are not looked at.</param>
public sealed class ChainCheck(string service, IEnumerable<SignedHead>? heads = null, IReadOnlyCollection<ECDsa>? keys = null)
{
    /// <summary>What the first entry names as the one before it.</summary>
    public static string Beginning { get; } = new('0', 2 * MerkleTree.HashLength);

    private readonly TreeGrowth _tree = new();
    private readonly Queue<SignedHead> _heads = new((heads ?? []).OrderBy(h => h.Size));
    private readonly IReadOnlyCollection<ECDsa> _keys = keys ?? [];
    private long _signedUpTo;
    private byte[]? _doubted;

    /// <summary>Whose chain it is.</summary>
    public string Service { get; } = service;

    /// <summary>Hash of the last good entry, in hexadecimal digits.</summary>
    public string Last { get; private set; } = Beginning;

    /// <summary>Number of good entries so far.</summary>
    public long Size => _tree.Size;

    /// <summary>Root of the Merkle tree over the good entries.</summary>
    public byte[] Root => _tree.Root;

    /// <summary>How many signed heads the good entries agree with.</summary>
    public int Heads { get; private set; }

    /// <summary>Takes the next entry.</summary>
    /// <returns>
    /// Null as long as all is well. Where an entry does not follow the one before it, the next one tells which of the two was changed: so that fault is named one call later.
    /// </returns>
    public ChainFault? Add(FoundEntry entry)
    {
        var hash = MerkleTree.Leaf(Encoding.UTF8.GetBytes(entry.Text));
        var content = AuditContent.Read(entry.Text);
        if (_doubted is { } doubted)
        {
            return Changed(content?.Previous == Convert.ToHexStringLower(doubted));
        }

        if (FaultOf(entry, hash, content) is { } fault)
        {
            return fault;
        }

        if (content!.Previous != Last)
        {
            _doubted = hash;
            return null;
        }

        Last = Convert.ToHexStringLower(hash);
        _tree.Add(hash);
        return CompareHeads();
    }

    /// <summary>Whether this is where the chain ends.</summary>
    /// <param name="size">How many entries there must be.</param>
    /// <param name="last">Hash of the last one.</param>
    public ChainFault? End(long size, byte[] last)
    {
        if (_doubted is { } doubted)
        {
            return Changed(doubted.AsSpan().SequenceEqual(last));
        }

        if (Size != size)
        {
            return new ChainFault(Math.Min(Size, size), Size < size ? "The chain is cut off here." : "More entries than were counted.");
        }

        if (Last != Convert.ToHexStringLower(last))
        {
            return new ChainFault(Math.Max(0, Size - 1), "The last entry is not the one that was written last.");
        }

        return CompareHeads() ?? (_heads.TryPeek(out var head) ? new ChainFault(Size, $"The chain is cut off here: the head signed at {TimeOf(head)} counts {head.Size} entries.") : null);
    }

    private static string TimeOf(SignedHead head) => head.Time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private ChainFault? CompareHeads()
    {
        while (_heads.TryPeek(out var head) && head.Size <= Size)
        {
            _heads.Dequeue();
            if (head.Service != Service)
            {
                return new ChainFault(_signedUpTo, $"The head signed at {TimeOf(head)} is of the chain of {head.Service}.");
            }

            if (_keys.Count > 0 && !head.IsSignedBy(_keys))
            {
                return new ChainFault(_signedUpTo, $"The head signed at {TimeOf(head)} is not signed by a trusted key.");
            }

            if (head.Size < Size || head.Root != Convert.ToHexStringLower(Root))
            {
                return new ChainFault(_signedUpTo, $"From here on the chain was rewritten as a whole: at entry {head.Size - 1} it is not the one of the head signed at {TimeOf(head)}.");
            }

            _signedUpTo = head.Size;
            Heads++;
        }

        return null;
    }

    // What comes after the doubted entry was written when that one was whole: if it still leads there, the one before it is the changed one.
    private ChainFault Changed(bool doubtedIsWhole) => doubtedIsWhole && Size > 0
        ? new ChainFault(Size - 1, "The entry was rewritten: the one after it names another.")
        : new ChainFault(Size, "The entry does not follow the one before it.");

    private ChainFault? FaultOf(FoundEntry entry, byte[] hash, AuditContent? content) =>
        entry.Key != Size ? new ChainFault(Size, entry.Key > Size ? "The entry is missing." : "An entry stands here twice or out of order.")
        : entry.Hash is not null && !hash.AsSpan().SequenceEqual(entry.Hash) ? new ChainFault(Size, "The text is not the one that was hashed.")
        : content is null ? new ChainFault(Size, "The text is no entry.")
        : content.Sequence != Size || content.Service != Service ? new ChainFault(Size, "The entry belongs to another place.")
        : entry.Beside is { } beside && !Says(beside, content) ? new ChainFault(Size, "What stands beside the text says something else.")
        : null;

    private static bool Says(BesideText beside, AuditContent content) =>
        beside.Time == content.Time && beside.Actor == content.Actor && beside.Organization == content.Organization && beside.Action == content.Action
        && beside.Outcome == content.Outcome && beside.Resources.Order(StringComparer.Ordinal).SequenceEqual(content.Resources);
}
