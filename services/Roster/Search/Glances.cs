using System.Runtime.InteropServices;

namespace Concord.Roster.Search;

/// <summary>The <see cref="Glance"/> of each slot, and beside it the numbers for which it has no room. States are published as those of <see cref="SharedList{T}"/> are.</summary>
internal sealed class Glances
{
    private readonly SharedList<Glance> _glances = new();
    private readonly SharedRows _more = new(usual: 0);
    private readonly List<ushort> _row = [];

    /// <param name="slot">Somebody who is there, or the next who comes.</param>
    /// <param name="beginning">Of the name.</param>
    /// <param name="numbers">Of the counted terms, each once.</param>
    public void Put(int slot, ulong beginning, ReadOnlySpan<ushort> numbers)
    {
        var glance = Glance.Of(beginning, numbers);
        if (slot == _glances.Count)
        {
            _glances.Add(glance);
        }
        else
        {
            _glances[slot] = glance;
        }

        _row.Clear();
        foreach (var number in numbers)
        {
            if (number >= Glance.Numbers)
            {
                _row.Add(number);
            }
        }

        _more.Put(slot, MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_row)));
    }

    public State Publish() => new(_glances.Publish(), _more.Publish());

    /// <summary>What was held when it was published.</summary>
    internal readonly struct State(SharedList<Glance>.State glances, SharedRows.State more)
    {
        /// <summary>How the names of these people begin, in their order.</summary>
        public void ReadBeginnings(ReadOnlySpan<int> slots, Span<ulong> beginnings)
        {
            for (var i = 0; i < slots.Length; i++)
            {
                beginnings[i] = glances[slots[i]].Beginning;
            }
        }

        /// <summary>The glances of these people, in their order: so they come from the memory side by side, where whoever looks at one after the other waits for each.</summary>
        public void Read(ReadOnlySpan<int> slots, Span<Glance> read)
        {
            for (var i = 0; i < slots.Length; i++)
            {
                read[i] = glances[slots[i]];
            }
        }

        /// <summary>The numbers of a person's counted terms for which the glance has no room.</summary>
        public ReadOnlySpan<ushort> More(int slot) => MemoryMarshal.Cast<byte, ushort>(more[slot]);
    }
}
