namespace Concord.Roster.Search;

/// <summary>Makes each next <see cref="SlotSet"/> out of the last: a part that has been published is copied before it is changed.</summary>
/// <param name="mostFew">Above this many slots a part has bits: those take 8 KiB, and combine and count faster.</param>
internal sealed class SlotSetBuilder(int mostFew = SlotSetBuilder.Compact)
{
    /// <summary>For a set that is seldom asked for: small.</summary>
    public const int Compact = 1024;

    /// <summary>For a set that every search counts: fast.</summary>
    public const int Quick = 256;

    private readonly List<SlotSet.Part> _parts = [];
    private readonly List<bool> _own = [];
    private SlotSet? _published;

    /// <summary>Takes the slot; false where it is there already.</summary>
    public bool Set(int slot)
    {
        var (at, low) = (slot >> SlotSet.PartBits, (ushort)slot);
        while (at >= _parts.Count)
        {
            _parts.Add(default);
            _own.Add(true);
        }

        if (_parts[at].Contains(low))
        {
            return false;
        }

        if (_own[at] && _parts[at] is { Many: { } own } held) // nearly always, while everybody is read
        {
            own[low >> 6] |= 1UL << low;
            _parts[at] = held with { Count = held.Count + 1 };
            _published = null;
            return true;
        }

        var part = Own(at, room: 1);
        if (part.Many is { } words)
        {
            words[low >> 6] |= 1UL << low;
        }
        else
        {
            var place = ~part.Slim.BinarySearch(low);
            Array.Copy(part.Few!, place, part.Few!, place + 1, part.Count - place);
            part.Few![place] = low;
        }

        _parts[at] = part with { Count = part.Count + 1 };
        return true;
    }

    public void Clear(int slot)
    {
        var (at, low) = (slot >> SlotSet.PartBits, (ushort)slot);
        if (at >= _parts.Count || !_parts[at].Contains(low))
        {
            return;
        }

        var part = Own(at, room: 0);
        if (part.Many is { } words)
        {
            words[low >> 6] &= ~(1UL << low);
        }
        else
        {
            var place = part.Slim.BinarySearch(low);
            Array.Copy(part.Few!, place + 1, part.Few!, place, part.Count - place - 1);
        }

        _parts[at] = Slimmed(part with { Count = part.Count - 1 });
    }

    public SlotSet Publish()
    {
        if (_published is null)
        {
            _published = new SlotSet([.. _parts]);
            for (var i = 0; i < _own.Count; i++)
            {
                _own[i] = false;
            }
        }

        return _published;
    }

    private SlotSet.Part Own(int at, int room)
    {
        _published = null;
        var part = _parts[at];
        if (part.Many is { } words)
        {
            part = _own[at] ? part : part with { Many = [.. words] };
        }
        else if (part.Count + room > mostFew)
        {
            part = new SlotSet.Part(null, Bits(part.Slim), part.Count);
        }
        else if (!_own[at] || part.Few is null || part.Count + room > part.Few.Length)
        {
            // Room for a few more only: most of these sets are small and stay so.
            var few = new ushort[Math.Min(mostFew, part.Count + room + (part.Count / 4) + 1)];
            part.Slim.CopyTo(few);
            part = part with { Few = few };
        }

        _own[at] = true;
        return part;
    }

    // Not at once where it falls below the bound: a set that goes to and fro there would be rewritten each time.
    private SlotSet.Part Slimmed(SlotSet.Part part) =>
        part.Many is not null && part.Count < mostFew / 2 ? new SlotSet.Part([.. part.Slots().Select(slot => (ushort)slot)], null, part.Count) : part;

    private static ulong[] Bits(ReadOnlySpan<ushort> few)
    {
        var words = new ulong[SlotSet.PartWords];
        foreach (var slot in few)
        {
            words[slot >> 6] |= 1UL << slot;
        }

        return words;
    }
}
