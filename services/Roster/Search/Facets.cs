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
    /// <param name="index">Where they were found.</param>
    /// <param name="found">Who was found.</param>
    /// <param name="sight">What of whom the caller is shown; all where null.</param>
    public static FacetCounts Of(RosterIndex index, Bitmap found, SearchSight? sight = null)
    {
        List<FacetCount> languages = [], expertise = [], regions = [], genders = [], levels = [], functions = [];
        Span<int> counts = stackalloc int[index.Counted.Length];
        FacetCounter.Count(index, found, counts);
        sight?.Recount(index, found, counts);
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0)
            {
                continue;
            }

            (index.Counted[i].Field switch
            {
                Field.Language => languages,
                Field.Expertise => expertise,
                Field.Region => regions,
                Field.Gender => genders,
                Field.Seniority => levels,
                _ => functions,
            }).Add(new FacetCount(index.Counted[i].Label, counts[i]));
        }

        return new FacetCounts(languages, expertise, regions, genders, levels, functions);
    }
}
