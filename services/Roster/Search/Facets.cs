using System.Text.Json;

namespace Concord.Roster.Search;

/// <summary>How many of the people found have a value.</summary>
/// <param name="Value">Code or name of the value.</param>
/// <param name="Count">People found who have it.</param>
internal sealed record FacetCount(string Value, int Count);

/// <summary>Counts over all people found, not only this page, and over nobody whom the caller may not see. Values that nobody has are left out; ordered by value.</summary>
/// <param name="Languages">At any level.</param>
/// <param name="Expertise">At any level.</param>
/// <param name="Regions">Experience there or anywhere within.</param>
/// <param name="Genders">As stated.</param>
/// <param name="SeniorityLevels">Each person once.</param>
/// <param name="Functions">What people do in a team.</param>
internal sealed record FacetCounts(
    IReadOnlyList<FacetCount> Languages, IReadOnlyList<FacetCount> Expertise, IReadOnlyList<FacetCount> Regions, IReadOnlyList<FacetCount> Genders,
    IReadOnlyList<FacetCount> SeniorityLevels, IReadOnlyList<FacetCount> Functions)
{
    public static FacetCounts Of(RosterIndex index, Bitmap found)
    {
        var counts = new Dictionary<Field, List<FacetCount>>
        {
            [Field.Language] = [],
            [Field.Expertise] = [],
            [Field.Region] = [],
            [Field.Gender] = [],
            [Field.Seniority] = [],
            [Field.Function] = [],
        };
        foreach (var (term, people) in index.Bitmaps)
        {
            // Level 1 is the lowest there is, so its bitmap holds everybody who has the value at any level.
            if (term.Level <= 1 && counts.TryGetValue(term.Field, out var values) && found.CountCommon(people) is > 0 and var count)
            {
                values.Add(new FacetCount(IsCode(term.Field) ? term.Value : JsonNamingPolicy.SnakeCaseUpper.ConvertName(term.Value), count));
            }
        }

        foreach (var values in counts.Values)
        {
            values.Sort((a, b) => string.CompareOrdinal(a.Value, b.Value));
        }

        return new FacetCounts(counts[Field.Language], counts[Field.Expertise], counts[Field.Region], counts[Field.Gender], counts[Field.Seniority], counts[Field.Function]);
    }

    private static bool IsCode(Field field) => field is Field.Language or Field.Region;
}
