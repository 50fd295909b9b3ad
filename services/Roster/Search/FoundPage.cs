namespace Concord.Roster.Search;

/// <summary>One page of those found, by name and id.</summary>
internal static class FoundPage
{
    /// <summary>A step along all people costs about as much as so many looks at somebody who was found.</summary>
    private const int LooksPerStep = 2;

    /// <summary>The slots of those after a position, as many as asked for.</summary>
    /// <param name="index">Where they were found.</param>
    /// <param name="found">All who were found.</param>
    /// <param name="total">How many they are.</param>
    /// <param name="after">Name and id after which the page begins; the first page where there is none.</param>
    /// <param name="size">The most that are wanted.</param>
    public static List<int> Of(RosterIndex index, Bitmap found, int total, (string NameKey, Guid Id)? after, int size)
    {
        // Of many the first by name come soon on the way along all people; of few each is looked at.
        var steps = (long)size * index.Count / Math.Max(1, total);
        return steps * LooksPerStep < total
            ? [.. index.Order.After(index.Passed(after)).Where(slot => found[slot]).Take(size)]
            : [.. FirstByName.Of(index, found, size, index.Passed(after))];
    }
}
