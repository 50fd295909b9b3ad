namespace Concord.Roster.Search;

/// <summary>
/// All slots by name, never changed once made: in chunks, so that a person who comes, goes or changes the name costs a copy of one chunk and not of a million places.
/// </summary>
internal sealed class NameOrder(int[][] chunks)
{
    private const int MostInChunk = 1024;

    public static NameOrder Empty { get; } = new([]);

    public static NameOrder Of(int[] sorted) => new([.. sorted.Chunk(MostInChunk / 2)]);

    /// <summary>The slots after a position, whether or not somebody stands there; all where there is none.</summary>
    /// <param name="passed">Whether a slot lies at or before the position.</param>
    public IEnumerable<int> After(Func<int, bool>? passed)
    {
        var (chunk, place) = passed is null ? (0, 0) : Find(passed);
        for (; chunk < chunks.Length; chunk++, place = 0)
        {
            for (; place < chunks[chunk].Length; place++)
            {
                yield return chunks[chunk][place];
            }
        }
    }

    /// <param name="slot">Who comes.</param>
    /// <param name="before">Whether another slot stands before this one.</param>
    public NameOrder With(int slot, Func<int, bool> before)
    {
        if (chunks.Length == 0)
        {
            return new NameOrder([[slot]]);
        }

        var (chunk, place) = Find(before);
        if (chunk == chunks.Length)
        {
            (chunk, place) = (chunk - 1, chunks[^1].Length);
        }

        int[] grown = [.. chunks[chunk].AsSpan(0, place), slot, .. chunks[chunk].AsSpan(place)];
        return grown.Length <= MostInChunk
            ? new NameOrder([.. chunks.AsSpan(0, chunk), grown, .. chunks.AsSpan(chunk + 1)])
            : new NameOrder([.. chunks.AsSpan(0, chunk), grown[..(MostInChunk / 2)], grown[(MostInChunk / 2)..], .. chunks.AsSpan(chunk + 1)]);
    }

    /// <param name="slot">Who goes.</param>
    /// <param name="before">Whether another slot stands before this one.</param>
    public NameOrder Without(int slot, Func<int, bool> before)
    {
        var (chunk, place) = Find(before);
        if (chunk == chunks.Length || chunks[chunk][place] != slot)
        {
            throw new InvalidOperationException($"Slot {slot} is not where its name says.");
        }

        int[] rest = [.. chunks[chunk].AsSpan(0, place), .. chunks[chunk].AsSpan(place + 1)];
        return rest.Length > 0
            ? new NameOrder([.. chunks.AsSpan(0, chunk), rest, .. chunks.AsSpan(chunk + 1)])
            : new NameOrder([.. chunks.AsSpan(0, chunk), .. chunks.AsSpan(chunk + 1)]);
    }

    // The first place that is not before what is looked for.
    private (int Chunk, int Place) Find(Func<int, bool> before)
    {
        var chunk = First(chunks.Length, i => !before(chunks[i][^1]));
        return chunk == chunks.Length ? (chunk, 0) : (chunk, First(chunks[chunk].Length, i => !before(chunks[chunk][i])));
    }

    private static int First(int count, Func<int, bool> holds)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = holds(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
