using Concord.Roster.Geography;

namespace Concord.Roster.Search;

/// <summary>The terms of the index: who has which, and how often those are that facets count.</summary>
internal sealed class TermWriter(Atlas atlas)
{
    private readonly Dictionary<Term, Held> _terms = [];
    private readonly List<Held> _counted = []; // by field and label
    private readonly SharedRows _rows = new();
    private readonly List<Term> _read = [];
    private byte[] _row = [];

    /// <summary>Takes somebody who was not there.</summary>
    public void Put(int slot, RosterEntry entry)
    {
        _read.Clear();
        entry.AddTerms(atlas, _read);
        Fit(_read.Count);
        var length = 0;
        foreach (var term in _read)
        {
            var held = HeldOf(term);
            if (held.Set.Set(slot) && held.Number is { } number)
            {
                length += TermRow.Write(number, _row.AsSpan(length));
            }
        }

        _rows.Put(slot, _row.AsSpan(0, length));
    }

    public void Replace(int slot, RosterEntry old, RosterEntry entry)
    {
        var (before, after) = (old.Terms(atlas), entry.Terms(atlas));
        foreach (var term in before.Where(t => !after.Contains(t)))
        {
            HeldOf(term).Set.Clear(slot);
        }

        Fit(after.Count);
        var length = 0;
        foreach (var held in after.Select(HeldOf))
        {
            held.Set.Set(slot);
            if (held.Number is { } number)
            {
                length += TermRow.Write(number, _row.AsSpan(length));
            }
        }

        _rows.Put(slot, _row.AsSpan(0, length));
    }

    public (Dictionary<Term, SlotSet> Sets, CountedTerm[] Counted, SharedRows.State Rows) Publish() => (
        _terms.ToDictionary(t => t.Key, t => t.Value.Set.Publish()),
        [.. _counted.Select(held => new CountedTerm(held.Field, held.Label, held.Number!.Value, held.Set.Publish()))],
        _rows.Publish());

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

    private void Fit(int terms)
    {
        if (_row.Length < terms * TermRow.Longest)
        {
            _row = new byte[terms * TermRow.Longest * 2];
        }
    }

    // The number is that in the rows of people; none where the term is not counted.
    private sealed record Held(Field Field, string Label, SlotSetBuilder Set, ushort? Number);
}
