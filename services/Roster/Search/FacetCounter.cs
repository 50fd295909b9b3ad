using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Concord.Roster.Search;

/// <summary>Counts how many of those found each counted term is true of.</summary>
internal static class FacetCounter
{
    /// <summary>Below one person found in so many their own terms are added up, above that the people of each term are counted: both ways then take about the same time.</summary>
    private const int Few = 4;

    /// <summary>Writes the count of each term, in the order of <see cref="RosterIndex.Counted"/>.</summary>
    public static void Count(RosterIndex index, Bitmap found, Span<int> counts)
    {
        var people = found.Count();
        if (people < index.Count / Few)
        {
            CountTermsOfPeople(index, found, people, counts);
        }
        else
        {
            CountPeopleOfTerms(index, found, counts);
        }
    }

    private static void CountTermsOfPeople(RosterIndex index, Bitmap found, int people, Span<int> counts)
    {
        Span<Vector256<ulong>> digits = stackalloc Vector256<ulong>[BitTally.DigitsFor(people)];
        digits.Clear();
        var tally = new BitTally(digits);
        Span<int> more = stackalloc int[Math.Max(0, index.Counted.Length - Glance.Numbers)];
        more.Clear();
        Span<Glance> room = stackalloc Glance[SlotBatches.Size];
        foreach (var batch in new SlotBatches(found.Words, stackalloc int[SlotBatches.Size]))
        {
            var glances = room[..batch.Length];
            index.Glances.Read(batch, glances);
            tally.Add(MemoryMarshal.Cast<Glance, Vector256<ulong>>(glances));
            for (var i = 0; i < glances.Length; i++)
            {
                if (glances[i].HasMore)
                {
                    AddMore(index.Glances.More(batch[i]), more);
                }
            }
        }

        for (var i = 0; i < counts.Length; i++)
        {
            var number = index.Counted[i].Number;
            counts[i] = number < Glance.Numbers ? tally[Glance.PlaceOf(number)] : more[number - Glance.Numbers];
        }
    }

    private static void AddMore(ReadOnlySpan<ushort> numbers, Span<int> more)
    {
        foreach (var number in numbers)
        {
            more[number - Glance.Numbers]++;
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
