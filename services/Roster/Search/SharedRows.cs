using System.Runtime.CompilerServices;

namespace Concord.Roster.Search;

/// <summary>
/// A few bytes of each slot, of neighbours one after the other: what a search reads of many people must not lie all over the memory. States are published as those of <see cref="SharedList{T}"/> are.
/// </summary>
/// <param name="usual">Bytes that most rows do not exceed.</param>
internal sealed class SharedRows(int usual)
{
    private const int ChunkBits = 10;
    private const int PlaceMask = (1 << ChunkBits) - 1;
    private readonly List<Chunk> _chunks = [];
    private readonly List<bool> _own = [];

    public ReadOnlySpan<byte> this[int slot] => _chunks[slot >> ChunkBits].Of(slot & PlaceMask);

    /// <param name="slot">Somebody who is there, or the next who comes.</param>
    /// <param name="row">What is kept from now on.</param>
    public void Put(int slot, ReadOnlySpan<byte> row)
    {
        var at = slot >> ChunkBits;
        if (at == _chunks.Count)
        {
            _chunks.Add(new Chunk(new byte[(1 << ChunkBits) * usual]));
            _own.Add(true);
        }
        else if (!_own[at])
        {
            _chunks[at] = _chunks[at].Copy();
            _own[at] = true;
        }

        _chunks[at].Put(slot & PlaceMask, row);
    }

    public State Publish()
    {
        for (var i = 0; i < _own.Count; i++)
        {
            _own[i] = false;
        }

        return new State([.. _chunks]);
    }

    /// <summary>What was held when it was published.</summary>
    internal readonly struct State(Chunk[] chunks)
    {
        public ReadOnlySpan<byte> this[int slot] => chunks[slot >> ChunkBits].Of(slot & PlaceMask);

        /// <summary>Reads a little of each row, so that all of them come from the memory side by side: whoever then reads them one by one would wait for each.</summary>
        [MethodImpl(MethodImplOptions.NoInlining)]
        public int Call(ReadOnlySpan<int> slots)
        {
            var read = 0;
            foreach (var slot in slots)
            {
                read ^= chunks[slot >> ChunkBits].First(slot & PlaceMask);
            }

            return read;
        }
    }

    internal sealed class Chunk(byte[] bytes)
    {
        private readonly int[] _ends = new int[(1 << ChunkBits) + 1]; // after a nought
        private byte[] _bytes = bytes;
        private int _rows;

        public ReadOnlySpan<byte> Of(int place) => _bytes.AsSpan(_ends[place].._ends[place + 1]);

        public byte First(int place) => _ends[place] is var at && at < _bytes.Length ? _bytes[at] : default;

        public void Put(int place, ReadOnlySpan<byte> row)
        {
            if (place == _rows)
            {
                _ends[++_rows] = _ends[place];
            }

            var (from, to, end) = (_ends[place], _ends[place + 1], _ends[_rows]);
            var change = row.Length - (to - from);
            if (end + change > _bytes.Length)
            {
                Array.Resize(ref _bytes, end + change + (_bytes.Length / 8));
            }

            Array.Copy(_bytes, to, _bytes, to + change, end - to);
            row.CopyTo(_bytes.AsSpan(from));
            for (var later = place + 1; change != 0 && later <= _rows; later++)
            {
                _ends[later] += change;
            }
        }

        public Chunk Copy()
        {
            var copy = new Chunk([.. _bytes.AsSpan(0, _ends[_rows])]) { _rows = _rows };
            _ends.CopyTo(copy._ends, 0);
            return copy;
        }
    }
}
