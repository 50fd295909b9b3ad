using System.Globalization;
using System.Text;
using Concord.Roster.Mediators;
using Concord.Roster.Names;

namespace Concord.Roster.Search;

/// <summary>
/// One state of the index, never changed once published: a search works on one state from beginning to end. A slot is a person's place in every
/// bitmap and keeps it; <see cref="Order"/> lists the slots by name.
/// </summary>
internal sealed class RosterIndex
{
    private readonly SharedList<PackedEntry>.State _entries;
    private readonly SlotTable.State _slots;
    private readonly SharedRows.State _spans;
    private readonly Dictionary<Term, SlotSet> _sets;

    public RosterIndex(
        SharedList<PackedEntry>.State entries, SlotTable.State slots, Glances.State glances, SharedRows.State spans, NameOrder order, (Dictionary<Term, SlotSet> Sets, CountedTerm[] Counted) terms)
    {
        (_entries, _slots, Glances, _spans, Order) = (entries, slots, glances, spans, order);
        (_sets, Counted) = terms;
        (ConsentEnds, SharingEnds) = (MonthsOf(Field.ConsentEnds), MonthsOf(Field.SharingEnds));
    }

    public static RosterIndex Empty { get; } = new(default, default, default, default, NameOrder.Empty, ([], []));

    public NameOrder Order { get; }

    /// <summary>What facets count, by field and value.</summary>
    public CountedTerm[] Counted { get; }

    /// <summary>The same by person.</summary>
    public Glances.State Glances { get; }

    /// <summary>The months in which somebody's consent ends, the earliest first.</summary>
    public (int Month, Term Term)[] ConsentEnds { get; }

    /// <summary>The months in which somebody's consent to be shared ends, the earliest first.</summary>
    public (int Month, Term Term)[] SharingEnds { get; }

    /// <summary>The names of those who may be found.</summary>
    public NameIndex Names { get; init; } = NameIndex.Empty;

    /// <summary>The names of all others.</summary>
    public NameIndex UnsearchedNames { get; init; } = NameIndex.Empty;

    /// <summary>Records of people of whom another one is kept, and where that stands.</summary>
    public (int Slot, int Kept)[] Merged { get; init; } = [];

    public int Count => _entries.Count;

    public RosterEntry this[int slot] => _entries[slot].Unpack(new PackReader(_spans[slot]));

    /// <summary>Where these people stand; those who are not there are left out.</summary>
    public IReadOnlyList<int> SlotsOf(IEnumerable<ProfileId> people) => [.. people.Select(id => _slots.Find(id, Count, slot => _entries[slot].Id)).OfType<int>()];

    public PackedEntry Packed(int slot) => _entries[slot];

    /// <summary>Takes out of those found whoever cannot work on all of the days.</summary>
    /// <param name="found">Whom the search is left with.</param>
    /// <param name="unsure">Those of them who are looked at.</param>
    /// <param name="need">The days.</param>
    public void KeepFree(Bitmap found, Bitmap unsure, AvailabilityNeed need)
    {
        foreach (var people in new SlotBatches(unsure.Words, stackalloc int[SlotBatches.Size]))
        {
            _ = _spans.Call(people);
            foreach (var slot in people)
            {
                if (!IsFree(slot, need))
                {
                    found.Clear(slot);
                }
            }
        }
    }

    /// <summary>Those of whom the term is true.</summary>
    public SlotSet Find(Term term) => _sets.GetValueOrDefault(term) ?? SlotSet.Empty;

    /// <summary>Tells of a slot whether it lies at or before the position by name, whether or not somebody stands there; none where there is no position.</summary>
    public Func<int, bool>? Passed((string NameKey, Guid Id)? position)
    {
        if (position is not { } at)
        {
            return null;
        }

        var key = Encoding.UTF8.GetBytes(at.NameKey);
        return slot => Compare(_entries[slot], key, at.Id) <= 0;
    }

    /// <summary>Neutral and total: by name, then by id. There is no ranking of people (R157).</summary>
    public static int Compare(PackedEntry a, ReadOnlySpan<byte> nameKey, Guid id)
    {
        var byName = a.NameKey.SequenceCompareTo(nameKey);
        return byName != 0 ? byName : a.Id.Value.CompareTo(id);
    }

    public static int Compare(PackedEntry a, PackedEntry b) => Compare(a, b.NameKey, b.Id.Value);

    private bool IsFree(int slot, AvailabilityNeed need)
    {
        var reader = new PackReader(_spans[slot]);
        if (need.Mode != DeploymentMode.InPerson)
        {
            reader.SkipSpans();
        }

        return reader.AnySpanCovers(need.Days);
    }

    private (int Month, Term Term)[] MonthsOf(Field field) => [.. _sets.Keys.Where(t => t.Field == field).Select(t => (int.Parse(t.Value, CultureInfo.InvariantCulture), t)).OrderBy(m => m.Item1)];
}
