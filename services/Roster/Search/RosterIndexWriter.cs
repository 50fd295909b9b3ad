using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Names;

namespace Concord.Roster.Search;

/// <summary>
/// Makes each next state of the index out of the last: copies the parts that change once, shares all the others with the states before.
/// One writer at a time; who searches is never in its way.
/// </summary>
internal sealed class RosterIndexWriter(Atlas atlas)
{
    private readonly SharedList<PackedEntry> _entries = new();
    private readonly Glances _glances = new();
    private readonly SlotTable _slots = new();
    private readonly SharedRows _spans = new(usual: 16);
    private readonly TermWriter _terms = new(atlas);
    private readonly NameIndexWriter _names = new();
    private readonly NameIndexWriter _unsearched = new();
    private readonly Dictionary<int, ProfileId> _merged = [];
    private NameOrder? _order; // none until the first state: until then nobody has a place that others must make room for

    /// <summary>Whether this version of the profile, or a newer one, is held.</summary>
    public bool Holds(ProfileId id, long version) => SlotOf(id) is { } slot && _entries[slot].Version >= version;

    /// <summary>Takes the entry; false where it is no news.</summary>
    public bool Put(RosterEntry entry)
    {
        if (SlotOf(entry.Id) is { } held)
        {
            if (_entries[held].Version >= entry.Version)
            {
                return false;
            }

            Point(held, entry);
            Replace(held, entry);
            return true;
        }

        var slot = _entries.Count;
        var packed = entry.Packed;
        _entries.Add(packed);
        _spans.Put(slot, entry.PackSpans());
        _slots.Add(slot, IdOf);
        _order = _order?.With(slot, Before(slot));
        _glances.Put(slot, packed.Beginning, _terms.Put(slot, entry));
        _names.Rename(slot, null, entry.SearchedName);
        _unsearched.Rename(slot, null, entry.UnsearchedName);
        Point(slot, entry);
        return true;
    }

    /// <summary>The state to publish; what is put later does not change it.</summary>
    public RosterIndex Build()
    {
        _order ??= NameOrder.Of(Sorted());
        return new RosterIndex(_entries.Publish(), _slots.Publish(), _glances.Publish(), _spans.Publish(), _order, _terms.Publish())
        {
            Names = _names.Build(),
            UnsearchedNames = _unsearched.Build(),
            Merged = [.. _merged.Select(m => (m.Key, SlotOf(m.Value))).Where(m => m.Item2 is not null).Select(m => (m.Key, m.Item2!.Value))],
        };
    }

    private int? SlotOf(ProfileId id) => _slots.Find(id, IdOf);

    private ProfileId IdOf(int slot) => _entries[slot].Id;

    private void Replace(int slot, RosterEntry entry)
    {
        var old = _entries[slot];
        var before = old.Unpack(new PackReader(_spans[slot]));
        _names.Rename(slot, before.SearchedName, entry.SearchedName);
        _unsearched.Rename(slot, before.UnsearchedName, entry.UnsearchedName);
        var packed = entry.Packed;
        var moves = !old.NameKey.SequenceEqual(packed.NameKey);
        if (moves)
        {
            _order = _order?.Without(slot, Before(slot));
        }

        _entries[slot] = packed;
        _glances.Put(slot, packed.Beginning, _terms.Replace(slot, before, entry));
        _spans.Put(slot, entry.PackSpans());
        if (moves)
        {
            _order = _order?.With(slot, Before(slot));
        }
    }

    private void Point(int slot, RosterEntry entry)
    {
        if (entry.MergedInto is { } kept)
        {
            _merged[slot] = kept;
        }
        else
        {
            _merged.Remove(slot);
        }
    }

    private Func<int, bool> Before(int slot)
    {
        var entry = _entries[slot];
        return other => RosterIndex.Compare(_entries[other], entry) < 0;
    }

    private int[] Sorted()
    {
        int[] slots = [.. Enumerable.Range(0, _entries.Count)];
        var beginnings = Array.ConvertAll(slots, slot => _entries[slot].Beginning);
        Array.Sort(beginnings, slots); // numbers, beside each other: of a million people most are in their place before anybody's name is looked at
        for (int from = 0, to = 1; from < slots.Length; from = to++)
        {
            while (to < slots.Length && beginnings[to] == beginnings[from])
            {
                to++;
            }

            slots.AsSpan(from..to).Sort((a, b) => RosterIndex.Compare(_entries[a], _entries[b]));
        }

        return slots;
    }
}
