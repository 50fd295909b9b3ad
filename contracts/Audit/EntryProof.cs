using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Concord.Contracts.Audit;

/// <summary>An entry with the proof that a signed head counts it: whoever has this can check it without the platform and without the rest of the chain.</summary>
/// <param name="Sequence">Its place in the chain, from 0.</param>
/// <param name="Text">The entry, as it was hashed.</param>
/// <param name="Path">Hashes from the entry's neighbour up to the root (RFC 9162, 2.1.3), in hexadecimal digits.</param>
/// <param name="Head">The head that counts it.</param>
public sealed record EntryProof(long Sequence, string Text, IReadOnlyList<string> Path, SignedHead Head)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <returns>Null where the text is no proof.</returns>
    public static EntryProof? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<EntryProof>(text, s_options) is { Text: not null, Path: not null, Head: { Service: not null, Root: not null, Key: not null, Signature: not null } } proof ? proof : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="keys">Trusted keys of the service; none: the signature is not looked at.</param>
    /// <returns>What is wrong with it; null where it proves what it says.</returns>
    public string? FaultOf(IReadOnlyCollection<ECDsa> keys)
    {
        if (keys.Count > 0 && !Head.IsSignedBy(keys))
        {
            return "The head is not signed by a trusted key.";
        }

        return HexHashes.TryRead([Head.Root, .. Path], out var hashes)
            && AuditContent.Read(Text) is { } content && content.Sequence == Sequence && content.Service == Head.Service
            && MerkleTree.Includes(MerkleTree.Leaf(Encoding.UTF8.GetBytes(Text)), Sequence, Head.Size, [.. hashes.Skip(1)], hashes[0])
            ? null
            : "The head does not count this entry.";
    }
}

/// <summary>The proof that a smaller head is the beginning of a larger one: nothing that the smaller one counts was changed, left out or moved.</summary>
/// <param name="First">Number of entries that the smaller head counts.</param>
/// <param name="Head">The larger head.</param>
/// <param name="Path">Hashes of RFC 9162, 2.1.4, in hexadecimal digits.</param>
public sealed record HeadProof(long First, SignedHead Head, IReadOnlyList<string> Path)
{
    /// <param name="root">Root of the smaller head, as the asker has kept it, in hexadecimal digits.</param>
    public bool Extends(string root) =>
        HexHashes.TryRead([root, Head.Root, .. Path], out var hashes) && MerkleTree.IsBeginning(First, hashes[0], Head.Size, hashes[1], [.. hashes.Skip(2)]);
}

internal static class HexHashes
{
    public static bool TryRead(IReadOnlyList<string> texts, out IReadOnlyList<byte[]> hashes)
    {
        var good = texts.All(t => t is { Length: 2 * MerkleTree.HashLength } && t.All(char.IsAsciiHexDigit));
        hashes = good ? [.. texts.Select(Convert.FromHexString)] : [];
        return good;
    }
}
