using System.Numerics;
using System.Security.Cryptography;

namespace Concord.Contracts.Audit;

/// <summary>The Merkle tree of RFC 9162, section 2.1, over SHA-256: hashes, and the checks of its two kinds of proof.</summary>
public static class MerkleTree
{
    /// <summary>Length of every hash in bytes.</summary>
    public const int HashLength = SHA256.HashSizeInBytes;

    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>Root of the tree without a leaf.</summary>
    public static byte[] EmptyRoot => SHA256.HashData([]);

    public static byte[] Leaf(ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([LeafPrefix]);
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + (2 * HashLength)];
        both[0] = NodePrefix;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + HashLength)..]);
        return SHA256.HashData(both);
    }

    /// <summary>How many of <paramref name="size"/> leaves, two or more, are in the left subtree: the largest power of two below it.</summary>
    public static long LeftOf(long size) => 1L << BitOperations.Log2((ulong)(size - 1));

    /// <summary>Whether the leaf is in the tree (RFC 9162, 2.1.3.2).</summary>
    /// <param name="leaf">Hash of the leaf.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="size">Number of leaves of the tree.</param>
    /// <param name="proof">Hashes from the leaf's neighbour up.</param>
    /// <param name="root">Root of the tree.</param>
    public static bool Includes(byte[] leaf, long index, long size, IReadOnlyList<byte[]> proof, byte[] root)
    {
        if (index < 0 || index >= size)
        {
            return false;
        }

        var (place, last, hash) = (index, size - 1, leaf);
        foreach (var neighbour in proof)
        {
            if (last == 0)
            {
                return false;
            }

            if ((place & 1) == 1 || place == last)
            {
                hash = Node(neighbour, hash);
                while ((place & 1) == 0 && place != 0)
                {
                    (place, last) = (place >> 1, last >> 1);
                }
            }
            else
            {
                hash = Node(hash, neighbour);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && hash.AsSpan().SequenceEqual(root);
    }

    /// <summary>Whether the smaller tree is the beginning of the larger one (RFC 9162, 2.1.4.2): nothing in it was changed, left out or moved.</summary>
    public static bool IsBeginning(long first, byte[] firstRoot, long second, byte[] secondRoot, IReadOnlyList<byte[]> proof)
    {
        if (first <= 0 || first > second)
        {
            return first == 0 && second >= 0 && proof.Count == 0 && firstRoot.AsSpan().SequenceEqual(EmptyRoot);
        }

        if (first == second)
        {
            return proof.Count == 0 && firstRoot.AsSpan().SequenceEqual(secondRoot);
        }

        IReadOnlyList<byte[]> path = BitOperations.IsPow2(first) ? [firstRoot, .. proof] : proof;
        if (path.Count == 0)
        {
            return false;
        }

        var (place, last) = (first - 1, second - 1);
        while ((place & 1) == 1)
        {
            (place, last) = (place >> 1, last >> 1);
        }

        var (smaller, larger) = (path[0], path[0]);
        foreach (var neighbour in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((place & 1) == 1 || place == last)
            {
                (smaller, larger) = (Node(neighbour, smaller), Node(neighbour, larger));
                while ((place & 1) == 0 && place != 0)
                {
                    (place, last) = (place >> 1, last >> 1);
                }
            }
            else
            {
                larger = Node(larger, neighbour);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && smaller.AsSpan().SequenceEqual(firstRoot) && larger.AsSpan().SequenceEqual(secondRoot);
    }
}
