using System.Globalization;
using Concord.Roster.Names;

namespace Concord.Roster.Search;

/// <summary>
/// One state of the index, never changed once published: a search works on one state from beginning to end. A slot is a person's place in every
/// bitmap and keeps it; <see cref="Order"/> lists the slots by name.
/// </summary>
internal sealed class RosterIndex
{
    public static RosterIndex Empty { get; } = new([], [], []);

    private readonly RosterEntry[] _entries;

    public RosterIndex(RosterEntry[] entries, int[] order, Dictionary<Term, Bitmap> bitmaps)
    {
        _entries = entries;
        Order = order;
        Bitmaps = bitmaps;
        ConsentEnds = [.. bitmaps.Keys.Where(t => t.Field == Field.ConsentEnds).Select(t => (int.Parse(t.Value, CultureInfo.InvariantCulture), t)).OrderBy(m => m.Item1)];
    }

    public int[] Order { get; }

    public IReadOnlyDictionary<Term, Bitmap> Bitmaps { get; }

    /// <summary>The months in which somebody's consent ends, the earliest first.</summary>
    public (int Month, Term Term)[] ConsentEnds { get; }

    /// <summary>The names of those who may be found.</summary>
    public NameIndex Names { get; init; } = NameIndex.Empty;

    public int Count => _entries.Length;

    public RosterEntry this[int slot] => _entries[slot];

    /// <summary>Those of whom the term is true; null where it is true of nobody.</summary>
    public Bitmap? Find(Term term) => Bitmaps.GetValueOrDefault(term);

    /// <summary>Place in <see cref="Order"/> of the first who comes after the position, whether or not somebody stands there.</summary>
    public int PlaceAfter(string nameKey, Guid id)
    {
        var (low, high) = (0, Order.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Compare(_entries[Order[middle]], nameKey, id) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Neutral and total: by name, then by id. There is no ranking of people (R157).</summary>
    public static int Compare(RosterEntry a, string nameKey, Guid id)
    {
        var byName = string.CompareOrdinal(a.NameKey, nameKey);
        return byName != 0 ? byName : a.Id.Value.CompareTo(id);
    }

    public static int Compare(RosterEntry a, RosterEntry b) => Compare(a, b.NameKey, b.Id.Value);
}
