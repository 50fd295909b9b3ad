using System.Runtime.CompilerServices;

namespace Concord.Roster.Search;

/// <summary>The <see cref="Glance"/> of each slot, and beside it the numbers for which it has no room. States are published as those of <see cref="SharedList{T}"/> are.</summary>
internal sealed class Glances
{
    private readonly SharedList<Glance> _glances = new();
    private readonly SharedRows _more = new(usual: 0);
    private byte[] _row = new byte[64 * TermRow.Longest];

    /// <param name="slot">Somebody who is there, or the next who comes.</param>
    /// <param name="beginning">Of the name.</param>
    /// <param name="numbers">Of the counted terms, each once; they change their places.</param>
    public void Put(int slot, ulong beginning, Span<ushort> numbers)
    {
        var glance = Glance.Of(beginning, numbers, out var taken);
        if (slot == _glances.Count)
        {
            _glances.Add(glance);
        }
        else
        {
            _glances[slot] = glance;
        }

        if (_row.Length < numbers.Length * TermRow.Longest)
        {
            _row = new byte[numbers.Length * TermRow.Longest];
        }

        var length = 0;
        foreach (var number in numbers[taken..])
        {
            length += TermRow.Write(number, _row.AsSpan(length));
        }

        _more.Put(slot, _row.AsSpan(0, length));
    }

    public State Publish() => new(_glances.Publish(), _more.Publish());

    /// <summary>What was held when it was published.</summary>
    internal readonly struct State(SharedList<Glance>.State glances, SharedRows.State more)
    {
        /// <summary>Fewest places in what <see cref="Count"/> counts into.</summary>
        public const int FewestCounts = Glance.Numbers;

        /// <summary>How the names of these people begin, in their order.</summary>
        public void ReadBeginnings(ReadOnlySpan<int> slots, Span<ulong> beginnings)
        {
            for (var i = 0; i < slots.Length; i++)
            {
                beginnings[i] = glances[slots[i]].Beginning;
            }
        }

        /// <summary>Adds one to the count of each term of these people, by its number.</summary>
        public void Count(ReadOnlySpan<int> slots, Span<int> counts)
        {
            _ = Call(slots);
            foreach (var slot in slots)
            {
                if (glances[slot].Count(counts))
                {
                    TermRow.Count(more[slot], counts);
                }
            }
        }

        // How far a row goes nobody can guess before it has come: counting them one by one would wait for each. Read beforehand, they come from the memory side by side.
        [MethodImpl(MethodImplOptions.NoInlining)]
        private ulong Call(ReadOnlySpan<int> slots)
        {
            var ends = 0UL;
            foreach (var slot in slots)
            {
                ends ^= glances[slot].Ends;
            }

            return ends;
        }
    }
}
