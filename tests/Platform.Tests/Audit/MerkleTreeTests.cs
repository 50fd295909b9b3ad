using Concord.Contracts.Audit;

namespace Concord.Platform.Tests.Audit;

/// <summary>The tree against the definitions of RFC 9162, for every size up to 65 and every leaf and beginning of it.</summary>
public sealed class MerkleTreeTests
{
    private const int Largest = 65;
    private static readonly byte[][] s_leaves = [.. Enumerable.Range(0, Largest).Select(i => MerkleTree.Leaf([(byte)i]))];

    // The first test tree of the Certificate Transparency reference implementations: its leaves, and its root.
    [Fact]
    public void The_tree_of_eight_leaves_that_others_test_with_has_their_root()
    {
        string[] leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        var tree = new TreeGrowth();
        foreach (var leaf in leaves)
        {
            tree.Add(MerkleTree.Leaf(Convert.FromHexString(leaf)));
        }

        Assert.Equal("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328", Convert.ToHexStringLower(tree.Root));
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Convert.ToHexStringLower(MerkleTree.EmptyRoot));
    }

    [Fact]
    public void A_tree_that_grows_has_the_root_of_the_definition_at_every_size()
    {
        var tree = new TreeGrowth();
        for (var size = 0; size < Largest; size++)
        {
            Assert.Equal(NaiveTree.Root(s_leaves[..size]), tree.Root);
            tree.Add(s_leaves[size]);
        }
    }

    [Fact]
    public void Each_leaf_is_proven_to_be_in_the_tree_and_nowhere_else()
    {
        for (var size = 1; size <= Largest; size++)
        {
            var root = NaiveTree.Root(s_leaves[..size]);
            for (var index = 0; index < size; index++)
            {
                var proof = NaiveTree.Inclusion(index, s_leaves[..size]);
                Assert.True(MerkleTree.Includes(s_leaves[index], index, size, proof, root));
                Assert.False(MerkleTree.Includes(s_leaves[(index + 1) % Largest], index, size, proof, root));
                Assert.False(MerkleTree.Includes(s_leaves[index], index, size, [.. proof, root], root));
                Assert.False(MerkleTree.Includes(s_leaves[index], size, size, proof, root));
                for (var other = 0; other < size; other++)
                {
                    Assert.Equal(other == index, MerkleTree.Includes(s_leaves[index], other, size, proof, root));
                }
            }
        }
    }

    [Fact]
    public void Each_smaller_tree_is_proven_to_be_the_beginning_of_a_larger_one_and_no_other_is()
    {
        for (var size = 1; size <= Largest; size++)
        {
            var root = NaiveTree.Root(s_leaves[..size]);
            for (var first = 1; first <= size; first++)
            {
                var (begun, proof) = (NaiveTree.Root(s_leaves[..first]), NaiveTree.Consistency(first, s_leaves[..size]));
                Assert.True(MerkleTree.IsBeginning(first, begun, size, root, proof));
                Assert.False(MerkleTree.IsBeginning(first, NaiveTree.Root([.. s_leaves[..(first - 1)], s_leaves[^1], s_leaves[0]]), size, root, proof));
                Assert.False(MerkleTree.IsBeginning(first, begun, size, MerkleTree.EmptyRoot, proof));
                Assert.False(MerkleTree.IsBeginning(first, begun, size, root, [.. proof, root]));
            }

            Assert.True(MerkleTree.IsBeginning(0, MerkleTree.EmptyRoot, size, root, []));
            Assert.False(MerkleTree.IsBeginning(size + 1, root, size, root, []));
        }
    }
}
