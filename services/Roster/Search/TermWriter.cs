using System.Runtime.InteropServices;
using Concord.Roster.Geography;

namespace Concord.Roster.Search;

/// <summary>The terms of the index: who has which, and how often those are that facets count.</summary>
internal sealed class TermWriter(Atlas atlas)
{
    private readonly Dictionary<Term, Held> _terms = [];
    private readonly List<Held> _counted = []; // by field and label
    private readonly List<Term> _read = [];
    private readonly List<ushort> _numbers = [];

    /// <summary>Takes somebody who was not there.</summary>
    /// <returns>The numbers of the person's counted terms, each once; good until the next is taken.</returns>
    public Span<ushort> Put(int slot, RosterEntry entry)
    {
        _read.Clear();
        _numbers.Clear();
        entry.AddTerms(atlas, _read);
        foreach (var term in _read)
        {
            var held = HeldOf(term);
            if (held.Set.Set(slot) && held.Number is { } number)
            {
                _numbers.Add(number);
            }
        }

        return CollectionsMarshal.AsSpan(_numbers);
    }

    /// <summary>The same of somebody who was there.</summary>
    public Span<ushort> Replace(int slot, RosterEntry old, RosterEntry entry)
    {
        var (before, after) = (old.Terms(atlas), entry.Terms(atlas));
        foreach (var term in before.Where(t => !after.Contains(t)))
        {
            HeldOf(term).Set.Clear(slot);
        }

        _numbers.Clear();
        foreach (var held in after.Select(HeldOf))
        {
            held.Set.Set(slot);
            if (held.Number is { } number)
            {
                _numbers.Add(number);
            }
        }

        return CollectionsMarshal.AsSpan(_numbers);
    }

    public (Dictionary<Term, SlotSet> Sets, CountedTerm[] Counted) Publish() => (
        _terms.ToDictionary(t => t.Key, t => t.Value.Set.Publish()),
        [.. _counted.Select(held => new CountedTerm(held.Field, held.Label, held.Number!.Value, held.Set.Publish()))]);

    private Held HeldOf(Term term)
    {
        if (!_terms.TryGetValue(term, out var held))
        {
            _terms.Add(term, held = CountedTerm.Is(term)
                ? new Held(term.Field, CountedTerm.LabelOf(term), new SlotSetBuilder(SlotSetBuilder.Quick), (ushort)_counted.Count)
                : new Held(term.Field, term.Value, new SlotSetBuilder(SlotSetBuilder.Compact), null));
            if (held.Number is not null)
            {
                _counted.Add(held);
                _counted.Sort((a, b) => a.Field != b.Field ? a.Field.CompareTo(b.Field) : string.CompareOrdinal(a.Label, b.Label));
            }
        }

        return held;
    }

    // The number is that in the glances at people; none where the term is not counted.
    private sealed record Held(Field Field, string Label, SlotSetBuilder Set, ushort? Number);
}
