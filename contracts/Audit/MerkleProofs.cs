using System.Numerics;

namespace Concord.Contracts.Audit;

/// <summary>Stored nodes of a growing tree: its leaves, and above them only every eighth level, each node the root of 256 of the level below.</summary>
public interface ITreeNodes
{
    /// <summary>Nodes side by side.</summary>
    /// <param name="level">0 for leaves, 1 for nodes over 256 leaves, 2 over 65,536, and so on.</param>
    /// <param name="first">Place of the first.</param>
    /// <param name="count">How many; at most 256.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task<IReadOnlyList<byte[]>> ReadAsync(int level, long first, int count, CancellationToken cancellationToken);
}

/// <summary>Makes the roots and proofs of RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1, reading a few hundred nodes at most, however long the chain.</summary>
public sealed class MerkleProofs(ITreeNodes nodes)
{
    /// <summary>Levels of the tree from one stored level to the next.</summary>
    public const int Step = 8;

    /// <summary>Nodes under a node of the next stored level.</summary>
    public const int Width = 1 << Step;

    /// <summary>Root of the tree over the first leaves.</summary>
    public Task<byte[]> RootAsync(long size, CancellationToken cancellationToken) => size == 0 ? Task.FromResult(MerkleTree.EmptyRoot) : RootAsync(0, size, cancellationToken);

    /// <summary>What <see cref="MerkleTree.Includes"/> asks for.</summary>
    public async Task<IReadOnlyList<byte[]>> InclusionAsync(long index, long size, CancellationToken cancellationToken)
    {
        List<byte[]> proof = [];
        for (var (from, to) = (0L, size); to - from > 1;)
        {
            var middle = from + MerkleTree.LeftOf(to - from);
            proof.Add(index < middle ? await RootAsync(middle, to, cancellationToken) : await RootAsync(from, middle, cancellationToken));
            (from, to) = index < middle ? (from, middle) : (middle, to);
        }

        proof.Reverse();
        return proof;
    }

    /// <summary>What <see cref="MerkleTree.IsBeginning"/> asks for.</summary>
    public async Task<IReadOnlyList<byte[]>> ConsistencyAsync(long first, long second, CancellationToken cancellationToken)
    {
        List<byte[]> proof = [];
        if (first == 0)
        {
            return proof;
        }

        var (from, to) = (0L, second);
        while (first != to)
        {
            var middle = from + MerkleTree.LeftOf(to - from);
            proof.Add(first <= middle ? await RootAsync(middle, to, cancellationToken) : await RootAsync(from, middle, cancellationToken));
            (from, to) = first <= middle ? (from, middle) : (middle, to);
        }

        if (from > 0)
        {
            proof.Add(await RootAsync(from, to, cancellationToken));
        }

        proof.Reverse();
        return proof;
    }

    private async Task<byte[]> RootAsync(long from, long to, CancellationToken cancellationToken)
    {
        var count = to - from;
        if (BitOperations.IsPow2(count))
        {
            return await WholeAsync(from, BitOperations.Log2((ulong)count), cancellationToken);
        }

        var middle = from + MerkleTree.LeftOf(count);
        var (left, right) = (await RootAsync(from, middle, cancellationToken), await RootAsync(middle, to, cancellationToken));
        return MerkleTree.Node(left, right);
    }

    // A subtree with all its leaves: folded from the stored level at or below its root.
    private async Task<byte[]> WholeAsync(long from, int height, CancellationToken cancellationToken)
    {
        var (level, rest) = (height / Step, height % Step);
        return Fold(await nodes.ReadAsync(level, from >> (level * Step), 1 << rest, cancellationToken));
    }

    /// <summary>The root over nodes side by side, a power of two of them.</summary>
    public static byte[] Fold(IReadOnlyList<byte[]> row)
    {
        for (; row.Count > 1; row = [.. row.Chunk(2).Select(pair => MerkleTree.Node(pair[0], pair[1]))])
        {
        }

        return row[0];
    }
}
