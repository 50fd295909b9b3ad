namespace Concord.Roster.Search;

/// <summary>
/// The first by name of those who are shown to it one after the other. Compares the beginnings of names, which are seen at a glance; people are looked at only where the beginnings are the same.
/// </summary>
internal sealed class FirstByName(RosterIndex index, int size)
{
    private ulong[] _beginnings = new ulong[size * 4];
    private int[] _slots = new int[size * 4];
    private int _count;
    private ulong _last = ulong.MaxValue; // no later beginning is wanted any more

    public static int[] Of(RosterIndex index, Bitmap found, int size, Func<int, bool>? passed)
    {
        var first = new FirstByName(index, size);
        Span<ulong> beginnings = stackalloc ulong[SlotBatches.Size];
        foreach (var people in new SlotBatches(found.Words, stackalloc int[SlotBatches.Size]))
        {
            index.Glances.ReadBeginnings(people, beginnings);
            for (var i = 0; i < people.Length; i++)
            {
                first.Add(people[i], beginnings[i], passed);
            }
        }

        return first.Ordered();
    }

    private void Add(int slot, ulong beginning, Func<int, bool>? passed)
    {
        if (beginning > _last || passed?.Invoke(slot) == true)
        {
            return;
        }

        if (_count == _slots.Length)
        {
            LeaveOutTheLast();
        }

        (_beginnings[_count], _slots[_count]) = (beginning, slot);
        _count++;
    }

    private void LeaveOutTheLast()
    {
        Array.Sort(_beginnings, _slots, 0, _count);
        _last = _beginnings[size - 1];
        while (_beginnings[_count - 1] > _last)
        {
            _count--;
        }

        // Many with the same beginning: all stay until it is known which of them are first.
        if (_count > _slots.Length / 2)
        {
            Array.Resize(ref _beginnings, _slots.Length * 2);
            Array.Resize(ref _slots, _slots.Length * 2);
        }
    }

    private int[] Ordered()
    {
        Array.Sort(_beginnings, _slots, 0, _count);
        var byName = Comparer<int>.Create((a, b) => RosterIndex.Compare(index.Packed(a), index.Packed(b)));
        for (int from = 0, to; from < Math.Min(size, _count); from = to)
        {
            for (to = from + 1; to < _count && _beginnings[to] == _beginnings[from]; to++)
            {
            }

            Array.Sort(_slots, from, to - from, byName);
        }

        return _slots[..Math.Min(size, _count)];
    }
}
