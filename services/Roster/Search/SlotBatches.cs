using System.Numerics;

namespace Concord.Roster.Search;

/// <summary>The slots of those found, in ascending order, as many at once as are best read side by side: the memory then answers for all of them while one would be waited for.</summary>
/// <param name="words">One bit for each slot.</param>
/// <param name="room">For the slots of one batch.</param>
internal ref struct SlotBatches(ReadOnlySpan<ulong> words, Span<int> room)
{
    /// <summary>As many as are best read at once.</summary>
    public const int Size = 32;

    private readonly ReadOnlySpan<ulong> _words = words;
    private readonly Span<int> _room = room;
    private ulong _word;
    private int _next;
    private int _count;

    public readonly ReadOnlySpan<int> Current => _room[.._count];

    public readonly SlotBatches GetEnumerator() => this;

    public bool MoveNext()
    {
        _count = 0;
        while (_count < _room.Length)
        {
            if (_word == 0)
            {
                if (_next == _words.Length)
                {
                    break;
                }

                _word = _words[_next++];
                continue;
            }

            _room[_count++] = ((_next - 1) << 6) + BitOperations.TrailingZeroCount(_word);
            _word &= _word - 1;
        }

        return _count > 0;
    }
}
