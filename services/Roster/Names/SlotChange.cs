using System.Runtime.InteropServices;

namespace Concord.Roster.Names;

/// <summary>Who has got a word and who has lost it since the last state.</summary>
internal sealed class SlotChange
{
    private readonly List<int> _added = [];
    private HashSet<int>? _removed;

    public void Add(int slot)
    {
        if (_removed?.Remove(slot) != true)
        {
            _added.Add(slot);
        }
    }

    public void Remove(int slot)
    {
        // Whoever changes twice between two states was added last, or nearly so.
        if (_added.LastIndexOf(slot) is >= 0 and var at)
        {
            _added.RemoveAt(at);
        }
        else
        {
            (_removed ??= []).Add(slot);
        }
    }

    /// <summary>The slots after the change, in ascending order as before.</summary>
    public int[] ApplyTo(int[] slots)
    {
        var kept = _removed is { Count: > 0 } gone ? Array.FindAll(slots, s => !gone.Contains(s)) : slots;
        if (_added.Count == 0)
        {
            return kept;
        }

        _added.Sort();
        var added = CollectionsMarshal.AsSpan(_added);
        var merged = new int[kept.Length + added.Length];
        for (var (to, k, a) = (0, 0, 0); to < merged.Length; to++)
        {
            merged[to] = a == added.Length || (k < kept.Length && kept[k] < added[a]) ? kept[k++] : added[a++];
        }

        return merged;
    }
}
