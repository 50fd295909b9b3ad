namespace Concord.Designation.ParallelTracks.Detection;

/// <summary>
/// Sets of third parties of which no two have one in common. The most that there can be is a hard question (set packing); this takes the small sets first, which is exact where third parties meet
/// a party alone, never misses that there are two, and otherwise says "at least so many".
/// </summary>
internal static class Packing
{
    /// <param name="contacts">In the order of time.</param>
    public static IReadOnlyList<IReadOnlySet<string>> Of(IReadOnlyList<ContactEvent> contacts)
    {
        var sets = Distinct(contacts);
        var taken = Extend([], sets);
        if (taken.Count > 1 || sets.Count < 2)
        {
            return taken;
        }

        for (var i = 0; i < sets.Count; i++)
        {
            for (var j = i + 1; j < sets.Count; j++)
            {
                if (!sets[i].Overlaps(sets[j]))
                {
                    return Extend([sets[i], sets[j]], sets);
                }
            }
        }

        return taken;
    }

    /// <summary>These, and whatever has nothing in common with them.</summary>
    public static IReadOnlyList<IReadOnlySet<string>> Extend(IReadOnlyList<IReadOnlySet<string>> taken, IReadOnlyList<ContactEvent> contacts) => Extend(taken, Distinct(contacts));

    private static List<IReadOnlySet<string>> Extend(IReadOnlyList<IReadOnlySet<string>> begun, List<IReadOnlySet<string>> sets)
    {
        List<IReadOnlySet<string>> taken = [.. begun];
        HashSet<string> used = [.. begun.SelectMany(s => s)];
        foreach (var set in sets.Where(set => !set.Overlaps(used)))
        {
            taken.Add(set);
            used.UnionWith(set);
        }

        return taken;
    }

    // Small ones first, and of the same size the earlier: the sort keeps the order of equals.
    private static List<IReadOnlySet<string>> Distinct(IReadOnlyList<ContactEvent> contacts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. contacts.Where(c => seen.Add(string.Join('\n', c.ThirdParties.Order(StringComparer.Ordinal)))).Select(IReadOnlySet<string> (c) => c.ThirdParties.ToHashSet(StringComparer.Ordinal)).OrderBy(s => s.Count)];
    }
}
