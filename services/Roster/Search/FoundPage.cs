using Concord.Roster.Names;

namespace Concord.Roster.Search;

/// <summary>One page of those found: those first whose names fit best, then by name and id.</summary>
internal static class FoundPage
{
    /// <summary>A step along all people costs about as much as so many looks at somebody who was found.</summary>
    private const int LooksPerStep = 2;

    /// <summary>The slots of those after a position, as many as asked for.</summary>
    /// <param name="index">Where they were found.</param>
    /// <param name="found">Who was found.</param>
    /// <param name="after">Fit, name and id after which the page begins; the first page where there is none.</param>
    /// <param name="size">The most that are wanted.</param>
    public static List<(NameFit Fit, int Slot)> Of(RosterIndex index, NameFits found, (NameFit Fit, string NameKey, Guid Id)? after, int size)
    {
        var page = new List<(NameFit, int)>();
        foreach (var (fit, people) in found.Steps.Where(s => page.Count < size && (after is null || s.Fit >= after.Value.Fit)))
        {
            var within = after is { } a && a.Fit == fit ? (a.NameKey, a.Id) : ((string, Guid)?)null;
            page.AddRange(Of(index, people, within, size - page.Count).Select(slot => (fit, slot)));
        }

        return page;
    }

    private static IEnumerable<int> Of(RosterIndex index, Bitmap people, (string NameKey, Guid Id)? after, int size)
    {
        // Of many the first by name come soon on the way along all people; of few each is looked at.
        var total = people.Count();
        var steps = (long)size * index.Count / Math.Max(1, total);
        return steps * LooksPerStep < total
            ? index.Order.After(index.Passed(after)).Where(slot => people[slot]).Take(size)
            : FirstByName.Of(index, people, size, index.Passed(after));
    }
}
