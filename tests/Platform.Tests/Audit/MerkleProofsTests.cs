using Concord.Contracts.Audit;

namespace Concord.Platform.Tests.Audit;

/// <summary>Roots and proofs made from stored nodes, against the definitions of RFC 9162 and across the sizes where another level begins.</summary>
public sealed class MerkleProofsTests
{
    private static readonly byte[][] s_leaves = [.. Enumerable.Range(0, 66_000).Select(i => MerkleTree.Leaf(BitConverter.GetBytes(i)))];

    [Fact]
    public async Task Every_root_and_proof_of_a_small_tree_is_that_of_the_definition()
    {
        for (var size = 0; size <= 65; size++)
        {
            var (proofs, leaves) = (new MerkleProofs(new Stored(size)), s_leaves[..size]);
            Assert.Equal(NaiveTree.Root(leaves), await proofs.RootAsync(size, CancellationToken.None));
            for (var i = 0; i < size; i++)
            {
                Assert.Equal(NaiveTree.Inclusion(i, leaves), await proofs.InclusionAsync(i, size, CancellationToken.None));
                Assert.Equal(NaiveTree.Consistency(i + 1, leaves), await proofs.ConsistencyAsync(i + 1, size, CancellationToken.None));
            }
        }
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(511)]
    [InlineData(513)]
    [InlineData(1000)]
    public async Task Where_a_stored_level_begins_they_are_still_those_of_the_definition(int size)
    {
        var (proofs, leaves) = (new MerkleProofs(new Stored(size)), s_leaves[..size]);
        Assert.Equal(NaiveTree.Root(leaves), await proofs.RootAsync(size, CancellationToken.None));
        foreach (var i in (int[])[0, 1, 127, 128, 254, size / 2, size - 2, size - 1])
        {
            Assert.Equal(NaiveTree.Inclusion(i, leaves), await proofs.InclusionAsync(i, size, CancellationToken.None));
            Assert.Equal(NaiveTree.Consistency(i + 1, leaves), await proofs.ConsistencyAsync(i + 1, size, CancellationToken.None));
        }
    }

    [Theory]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_999)]
    public async Task Of_a_long_chain_only_a_few_hundred_nodes_are_read_for_a_proof(int size)
    {
        var nodes = new Stored(size);
        var proofs = new MerkleProofs(nodes);
        var root = await proofs.RootAsync(size, CancellationToken.None);
        var growth = new TreeGrowth();
        foreach (var leaf in s_leaves[..size])
        {
            growth.Add(leaf);
        }

        Assert.Equal(growth.Root, root);
        foreach (var i in (int[])[0, 255, 256, 40_000, size - 1])
        {
            nodes.Read = 0;
            Assert.True(MerkleTree.Includes(s_leaves[i], i, size, await proofs.InclusionAsync(i, size, CancellationToken.None), root));
            Assert.InRange(nodes.Read, 1, 800);
            nodes.Read = 0;
            var first = await proofs.RootAsync(i + 1, CancellationToken.None);
            Assert.True(MerkleTree.IsBeginning(i + 1, first, size, root, await proofs.ConsistencyAsync(i + 1, size, CancellationToken.None)));
            Assert.InRange(nodes.Read, 1, 1600);
        }
    }

    // What a store holds of a tree of that size, and no more: asking for another node is an error.
    private sealed class Stored : ITreeNodes
    {
        private readonly List<byte[][]> _levels = [];

        public Stored(int size)
        {
            for (var level = s_leaves[..size]; level.Length > 0; level = [.. level.Chunk(MerkleProofs.Width).Where(c => c.Length == MerkleProofs.Width).Select(NaiveTree.Root)])
            {
                _levels.Add(level);
            }
        }

        public int Read { get; set; }

        public Task<IReadOnlyList<byte[]>> ReadAsync(int level, long first, int count, CancellationToken cancellationToken)
        {
            Read += count;
            return Task.FromResult<IReadOnlyList<byte[]>>(_levels[level][(int)first..(int)(first + count)]);
        }
    }
}
