using Concord.Roster.Mediators;

namespace Concord.Roster.Slates;

/// <summary>Who stands on a list, in numbers (R8).</summary>
/// <param name="Women">People who state that they are women.</param>
/// <param name="Men">People who state that they are men.</param>
/// <param name="Others">All others: another gender, one that is not disclosed, or somebody who is not to be named.</param>
internal sealed record ListCount(int Women, int Men, int Others)
{
    public int Sum() => Women + Men + Others;

    public static ListCount Of(IReadOnlyList<Gender?> genders) =>
        new(genders.Count(g => g == Gender.Woman), genders.Count(g => g == Gender.Man), genders.Count(g => g is not (Gender.Woman or Gender.Man)));
}

/// <summary>A slate in numbers, as it was submitted; they tell of nobody in particular, and stay when somebody is erased.</summary>
/// <param name="LongList">Everybody who was considered.</param>
/// <param name="ShortList">Of them, those from whom one was to be chosen.</param>
/// <param name="QualifiedWomen">Women on the short list who meet every mandatory criterion (R9).</param>
/// <param name="Regions">Regions of the nationalities on the long list, M49: continents, such as 002.</param>
internal sealed record SlateTally(ListCount LongList, ListCount ShortList, int QualifiedWomen, IReadOnlyList<string> Regions)
{
    public static SlateTally Of(IReadOnlyList<SeenCandidate> candidates, Geography.Atlas atlas)
    {
        var shortList = candidates.Where(c => c.Candidate.List == SlateList.Short).ToList();
        return new SlateTally(
            ListCount.Of([.. candidates.Select(c => c.Person?.Gender)]), ListCount.Of([.. shortList.Select(c => c.Person?.Gender)]),
            shortList.Count(c => c is { IsQualified: true, Person.Gender: Gender.Woman }),
            [.. candidates.SelectMany(c => c.Person?.Nationalities ?? []).Select(n => Continent(n, atlas)).OfType<string>().Distinct().Order(StringComparer.Ordinal)]);
    }

    // The chain ends with the world.
    private static string? Continent(string country, Geography.Atlas atlas) => atlas.RegionsOver(country) is { Count: > 1 } chain ? chain[^2] : null;
}
