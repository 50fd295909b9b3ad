namespace Concord.Roster.Search;

/// <summary>Counts how many of those found each counted term is true of.</summary>
internal static class FacetCounter
{
    /// <summary>Below one person found in so many their own terms are added up, above that the people of each term are counted: both ways then take about the same time.</summary>
    private const int Few = 16;

    /// <summary>Writes the count of each term, in the order of <see cref="RosterIndex.Counted"/>.</summary>
    public static void Count(RosterIndex index, Bitmap found, Span<int> counts)
    {
        if (found.Count() < index.Count / Few)
        {
            CountTermsOfPeople(index, found, counts);
        }
        else
        {
            CountPeopleOfTerms(index, found, counts);
        }
    }

    private static void CountTermsOfPeople(RosterIndex index, Bitmap found, Span<int> counts)
    {
        Span<int> byNumber = stackalloc int[Math.Max(index.Counted.Length, Glances.State.FewestCounts)];
        foreach (var people in new SlotBatches(found.Words, stackalloc int[SlotBatches.Size]))
        {
            index.Glances.Count(people, byNumber);
        }

        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = byNumber[index.Counted[i].Number];
        }
    }

    private static void CountPeopleOfTerms(RosterIndex index, Bitmap found, Span<int> counts)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = CountCommon(found.Words, index.Counted[i].Set);
        }
    }

    private static int CountCommon(ReadOnlySpan<ulong> found, SlotSet set)
    {
        var count = 0;
        for (var (part, first) = (0, 0); part < set.Parts && first < found.Length; part++, first += SlotSet.PartWords)
        {
            var mine = found[first..Math.Min(first + SlotSet.PartWords, found.Length)];
            if (set[part].Many is { } many)
            {
                count += CommonBits.Count(mine, many.AsSpan(0, mine.Length));
                continue;
            }

            foreach (var slot in set[part].Slim)
            {
                count += (int)(mine[slot >> 6] >> slot) & 1;
            }
        }

        return count;
    }
}
