namespace Concord.Roster.Search;

/// <summary>A list of which states are published: each shares with the last all chunks that have not changed since.</summary>
internal sealed class SharedList<T>
{
    private const int ChunkBits = 10;
    private readonly List<T[]> _chunks = [];
    private readonly List<bool> _own = [];

    public int Count { get; private set; }

    public T this[int index]
    {
        get => _chunks[index >> ChunkBits][index & ((1 << ChunkBits) - 1)];
        set
        {
            var chunk = index >> ChunkBits;
            if (!_own[chunk])
            {
                _chunks[chunk] = [.. _chunks[chunk]];
                _own[chunk] = true;
            }

            _chunks[chunk][index & ((1 << ChunkBits) - 1)] = value;
        }
    }

    public void Add(T item)
    {
        if (Count >> ChunkBits == _chunks.Count)
        {
            _chunks.Add(new T[1 << ChunkBits]);
            _own.Add(true);
        }

        this[Count++] = item;
    }

    public State Publish()
    {
        for (var i = 0; i < _own.Count; i++)
        {
            _own[i] = false;
        }

        return new State([.. _chunks], Count);
    }

    /// <summary>What the list held when it was published.</summary>
    internal readonly struct State(T[][] chunks, int count)
    {
        public int Count => count;

        /// <summary>Where it stands: what is long need not be copied to be read.</summary>
        public ref readonly T this[int index] => ref chunks[index >> ChunkBits][index & ((1 << ChunkBits) - 1)];
    }
}
