using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Names;

namespace Concord.Roster.Search;

/// <summary>
/// Makes each next state of the index out of the last: copies a bitmap that changes once, shares all the others with the states before.
/// One writer at a time; who searches is never in its way.
/// </summary>
internal sealed class RosterIndexWriter(Atlas atlas)
{
    private readonly List<RosterEntry> _entries = [];
    private readonly Dictionary<ProfileId, int> _slots = [];
    private readonly Dictionary<Term, Bitmap> _bitmaps = [];
    private readonly HashSet<Term> _own = [];
    private readonly HashSet<int> _moved = [];
    private readonly NameIndexWriter _names = new();
    private int[] _order = [];

    /// <summary>Whether this version of the profile, or a newer one, is held.</summary>
    public bool Holds(ProfileId id, long version) => _slots.TryGetValue(id, out var slot) && _entries[slot].Version >= version;

    /// <summary>Takes the entry; false where it is no news.</summary>
    public bool Put(RosterEntry entry)
    {
        if (Holds(entry.Id, entry.Version))
        {
            return false;
        }

        if (_slots.TryGetValue(entry.Id, out var slot))
        {
            Replace(slot, entry);
            return true;
        }

        slot = _entries.Count;
        _entries.Add(entry);
        _slots.Add(entry.Id, slot);
        _moved.Add(slot);
        _names.Rename(slot, null, entry.SearchedName);
        foreach (var term in entry.Terms(atlas))
        {
            Own(term).Set(slot);
        }

        return true;
    }

    /// <summary>The state to publish; what is put later does not change it.</summary>
    public RosterIndex Build()
    {
        _order = Ordered();
        _moved.Clear();
        _own.Clear();
        return new RosterIndex([.. _entries], _order, new Dictionary<Term, Bitmap>(_bitmaps)) { Names = _names.Build() };
    }

    private void Replace(int slot, RosterEntry entry)
    {
        var old = _entries[slot];
        _entries[slot] = entry;
        if (old.NameKey != entry.NameKey)
        {
            _moved.Add(slot);
        }

        _names.Rename(slot, old.SearchedName, entry.SearchedName);
        var (before, after) = (old.Terms(atlas), entry.Terms(atlas));
        foreach (var term in before.Where(t => !after.Contains(t)))
        {
            Own(term).Clear(slot);
        }

        foreach (var term in after.Where(t => !before.Contains(t)))
        {
            Own(term).Set(slot);
        }
    }

    private Bitmap Own(Term term)
    {
        if (_own.Add(term))
        {
            _bitmaps[term] = _bitmaps.TryGetValue(term, out var shared) ? shared.Clone() : new Bitmap();
        }

        return _bitmaps[term];
    }

    // Those whose name is new are sorted and merged into the others, who keep their order.
    private int[] Ordered()
    {
        if (_moved.Count == 0)
        {
            return _order;
        }

        var moved = _moved.ToArray();
        Array.Sort(moved, (a, b) => RosterIndex.Compare(_entries[a], _entries[b]));
        var isMoved = new Bitmap(_entries.Count);
        Array.ForEach(moved, isMoved.Set);
        var kept = Array.FindAll(_order, slot => !isMoved[slot]);
        var order = new int[_entries.Count];
        var (from, to) = (0, 0);
        foreach (var slot in moved)
        {
            var place = PlaceOf(slot, kept, from);
            kept.AsSpan(from, place - from).CopyTo(order.AsSpan(to));
            to += place - from;
            from = place;
            order[to++] = slot;
        }

        kept.AsSpan(from).CopyTo(order.AsSpan(to));
        return order;
    }

    private int PlaceOf(int slot, int[] kept, int from)
    {
        var (low, high) = (from, kept.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = RosterIndex.Compare(_entries[kept[middle]], _entries[slot]) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
