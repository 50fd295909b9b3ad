namespace Concord.Contracts.Audit;

/// <summary>The root of a tree that grows leaf by leaf, kept in as many hashes as its size has binary digits.</summary>
public sealed class TreeGrowth
{
    private readonly List<(long Leaves, byte[] Hash)> _complete = [];

    /// <summary>Number of leaves so far.</summary>
    public long Size { get; private set; }

    public byte[] Root
    {
        get
        {
            if (_complete.Count == 0)
            {
                return MerkleTree.EmptyRoot;
            }

            var hash = _complete[^1].Hash;
            for (var i = _complete.Count - 2; i >= 0; i--)
            {
                hash = MerkleTree.Node(_complete[i].Hash, hash);
            }

            return hash;
        }
    }

    public void Add(byte[] leaf)
    {
        (long Leaves, byte[] Hash) grown = (1, leaf);
        while (_complete.Count > 0 && _complete[^1].Leaves == grown.Leaves)
        {
            grown = (2 * grown.Leaves, MerkleTree.Node(_complete[^1].Hash, grown.Hash));
            _complete.RemoveAt(_complete.Count - 1);
        }

        _complete.Add(grown);
        Size++;
    }
}
