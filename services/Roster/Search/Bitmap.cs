using System.Numerics;
using System.Runtime.InteropServices;

namespace Concord.Roster.Search;

/// <summary>
/// A set of slots, one bit each. A published bitmap is never changed again: who must change one clones it first. Bits beyond the words that are
/// held are zero, so that bitmaps of different age and length combine.
/// </summary>
internal sealed class Bitmap
{
    private ulong[] _words;

    public Bitmap(int slots = 0) => _words = new ulong[WordsFor(slots)];

    private Bitmap(ulong[] words) => _words = words;

    public bool this[int slot] => (uint)(slot >> 6) < (uint)_words.Length && (_words[slot >> 6] & (1UL << slot)) != 0;

    public Bitmap Clone() => new([.. _words]);

    public void Set(int slot)
    {
        if (slot >> 6 >= _words.Length)
        {
            Array.Resize(ref _words, Math.Max(WordsFor(slot + 1), _words.Length * 2));
        }

        _words[slot >> 6] |= 1UL << slot;
    }

    public void Clear(int slot)
    {
        if (slot >> 6 < _words.Length)
        {
            _words[slot >> 6] &= ~(1UL << slot);
        }
    }

    public void And(Bitmap other)
    {
        var common = Math.Min(_words.Length, other._words.Length);
        var mine = _words.AsSpan(0, common);
        var theirs = other._words.AsSpan(0, common);
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(mine);
        var wideTheirs = MemoryMarshal.Cast<ulong, Vector<ulong>>(theirs);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] &= wideTheirs[i];
        }

        for (var i = wide.Length * Vector<ulong>.Count; i < common; i++)
        {
            mine[i] &= theirs[i];
        }

        _words.AsSpan(common).Clear();
    }

    public void Or(Bitmap other)
    {
        if (other._words.Length > _words.Length)
        {
            Array.Resize(ref _words, other._words.Length);
        }

        var mine = _words.AsSpan(0, other._words.Length);
        var theirs = other._words.AsSpan();
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(mine);
        var wideTheirs = MemoryMarshal.Cast<ulong, Vector<ulong>>(theirs);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] |= wideTheirs[i];
        }

        for (var i = wide.Length * Vector<ulong>.Count; i < mine.Length; i++)
        {
            mine[i] |= theirs[i];
        }
    }

    public void AndNot(Bitmap other)
    {
        var common = Math.Min(_words.Length, other._words.Length);
        for (var i = 0; i < common; i++)
        {
            _words[i] &= ~other._words[i];
        }
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in _words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>How many slots both hold, without making the common set.</summary>
    public int CountCommon(Bitmap other)
    {
        var common = Math.Min(_words.Length, other._words.Length);
        var mine = _words.AsSpan(0, common);
        var theirs = other._words.AsSpan(0, common);
        var count = 0;
        for (var i = 0; i < mine.Length; i++)
        {
            count += BitOperations.PopCount(mine[i] & theirs[i]);
        }

        return count;
    }

    /// <summary>The slots in ascending order. The bitmap may lose bits while it is walked, not gain any.</summary>
    public IEnumerable<int> Slots()
    {
        for (var i = 0; i < _words.Length; i++)
        {
            for (var word = _words[i]; word != 0; word &= word - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    private static int WordsFor(int slots) => (slots + 63) >> 6;
}
