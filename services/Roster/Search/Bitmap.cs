using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Concord.Roster.Search;

/// <summary>The slots that a search is left with, one bit each. It belongs to one search, which disposes of it: its memory then serves the next.</summary>
internal sealed class Bitmap : IDisposable
{
    private readonly int _length;
    private ulong[] _words;

    /// <summary>Holds nobody yet, and has room for so many slots.</summary>
    public Bitmap(int slots)
    {
        _length = (slots + 63) >> 6;
        _words = ArrayPool<ulong>.Shared.Rent(_length);
        Words.Clear();
    }

    private Bitmap(Bitmap other)
    {
        _length = other._length;
        _words = ArrayPool<ulong>.Shared.Rent(_length);
        other.Words.CopyTo(Words);
    }

    public Span<ulong> Words => _words.AsSpan(0, _length);

    public bool this[int slot] => slot >> 6 < _length && (_words[slot >> 6] & (1UL << slot)) != 0;

    private int Parts => (_length + SlotSet.PartWords - 1) / SlotSet.PartWords;

    public Bitmap Clone() => new(this);

    public void Set(int slot) => _words[slot >> 6] |= 1UL << slot;

    public void SetAll(int[] slots)
    {
        foreach (var slot in slots)
        {
            Set(slot);
        }
    }

    public void Clear(int slot) => _words[slot >> 6] &= ~(1UL << slot);

    public void Or(Bitmap other) => Or(Words, other.Words);

    public void AndNot(Bitmap other) => AndNot(Words, other.Words);

    public void And(Bitmap other) => And(Words, other.Words);

    public void And(SlotSet set)
    {
        for (var part = 0; part < Parts; part++)
        {
            var mine = PartOf(part);
            if (set[part] is { Many: { } many })
            {
                And(mine, many);
            }
            else
            {
                Keep(mine, set[part].Slim);
            }
        }
    }

    public void Or(SlotSet set)
    {
        for (var part = 0; part < Math.Min(Parts, set.Parts); part++)
        {
            var mine = PartOf(part);
            if (set[part] is { Many: { } many })
            {
                Or(mine, many);
                continue;
            }

            foreach (var slot in set[part].Slim)
            {
                mine[slot >> 6] |= 1UL << slot;
            }
        }
    }

    public void AndNot(SlotSet set)
    {
        for (var part = 0; part < Math.Min(Parts, set.Parts); part++)
        {
            var mine = PartOf(part);
            if (set[part] is { Many: { } many })
            {
                AndNot(mine, many);
                continue;
            }

            foreach (var slot in set[part].Slim)
            {
                mine[slot >> 6] &= ~(1UL << slot);
            }
        }
    }

    /// <summary>Holds those of the others afterwards that it did not hold before.</summary>
    public void Complement(Bitmap others)
    {
        for (var i = 0; i < _length; i++)
        {
            _words[i] = others._words[i] & ~_words[i];
        }
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in Words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>The slots in ascending order. The bitmap may lose bits while it is walked, not gain any.</summary>
    public IEnumerable<int> Slots()
    {
        for (var i = 0; i < _length; i++)
        {
            for (var word = _words[i]; word != 0; word &= word - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    public void Dispose()
    {
        if (_words.Length > 0)
        {
            ArrayPool<ulong>.Shared.Return(_words);
            _words = [];
        }
    }

    private Span<ulong> PartOf(int part) => Words[(part * SlotSet.PartWords)..Math.Min((part + 1) * SlotSet.PartWords, _length)];

    private static void And(Span<ulong> mine, ReadOnlySpan<ulong> many)
    {
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(mine);
        var theirs = MemoryMarshal.Cast<ulong, Vector<ulong>>(many[..mine.Length]);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] &= theirs[i];
        }

        for (var i = wide.Length * Vector<ulong>.Count; i < mine.Length; i++)
        {
            mine[i] &= many[i];
        }
    }

    private static void Or(Span<ulong> mine, ReadOnlySpan<ulong> many)
    {
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(mine);
        var theirs = MemoryMarshal.Cast<ulong, Vector<ulong>>(many[..mine.Length]);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] |= theirs[i];
        }

        for (var i = wide.Length * Vector<ulong>.Count; i < mine.Length; i++)
        {
            mine[i] |= many[i];
        }
    }

    private static void AndNot(Span<ulong> mine, ReadOnlySpan<ulong> many)
    {
        for (var i = 0; i < mine.Length; i++)
        {
            mine[i] &= ~many[i];
        }
    }

    // Of each word only the slots of the few remain; the words between hold none of them.
    private static void Keep(Span<ulong> mine, ReadOnlySpan<ushort> few)
    {
        var next = 0;
        for (var i = 0; i < few.Length;)
        {
            var word = few[i] >> 6;
            ulong kept = 0;
            for (; i < few.Length && few[i] >> 6 == word; i++)
            {
                kept |= 1UL << few[i];
            }

            mine[next..word].Clear();
            mine[word] &= kept;
            next = word + 1;
        }

        mine[next..].Clear();
    }
}
