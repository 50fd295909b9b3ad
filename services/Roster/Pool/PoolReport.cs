using Concord.Platform.Http;
using Concord.Roster.Search;

namespace Concord.Roster.Pool;

/// <summary>
/// Of whom the roster consists (R22): the active people whom the caller may see and who agree to be found. No names, no number below five, and nobody is set before anybody (R157). Groups stand in the order of
/// their words; only what was asked for stands by how often.
/// </summary>
/// <param name="AsOf">Today, UTC.</param>
/// <param name="People">All of them.</param>
/// <param name="ByGender">As stated.</param>
/// <param name="BySeniorityLevel">By level.</param>
/// <param name="ByLanguage">At any level; one person in several.</param>
/// <param name="ByExpertise">At any level; one person in several.</param>
/// <param name="ByRegion">Experience there or anywhere within; one person in several.</param>
/// <param name="ByLastAssignment">By level and age of the last assignment.</param>
/// <param name="DemandFrom">First day of the searches that are counted.</param>
/// <param name="Demand">What they asked for, and how many there are: terms and counts only, of no person and no asker.</param>
/// <param name="Pipeline">Next generation and departures; absent for those who do not vet.</param>
internal sealed record PoolReport(
    DateOnly AsOf, PoolCount People, IReadOnlyList<PoolGroup> ByGender, IReadOnlyList<PoolGroup> BySeniorityLevel, IReadOnlyList<PoolGroup> ByLanguage, IReadOnlyList<PoolGroup> ByExpertise,
    IReadOnlyList<PoolGroup> ByRegion, IReadOnlyList<PoolAges> ByLastAssignment, DateOnly DemandFrom, IReadOnlyList<PoolDemand> Demand, IReadOnlyList<PoolPipeline>? Pipeline)
{
    /// <summary>Every word of an enumeration, also where nobody has it: a gap is what the report is for.</summary>
    public static IReadOnlyList<PoolGroup> All<T>(IReadOnlyList<FacetCount> counts) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(ApiWord.Of).Select(word => new PoolGroup(word, PoolCount.Of(counts.FirstOrDefault(c => c.Value == word)?.Count ?? 0)))];

    public static IReadOnlyList<PoolGroup> Found(IReadOnlyList<FacetCount> counts) => [.. counts.Select(c => new PoolGroup(c.Value, PoolCount.Of(c.Count)))];

    /// <summary>As a table: what is counted, of what, at which level or age, how often it was asked for, and how many there are.</summary>
    public IEnumerable<IReadOnlyList<string?>> Rows()
    {
        yield return ["part", "value", "detail", "times", "atLeast", "fewerThanFive"];
        yield return Row("people", "", null, null, People);
        foreach (var (part, groups) in ((string, IReadOnlyList<PoolGroup>)[])[("gender", ByGender), ("seniorityLevel", BySeniorityLevel), ("language", ByLanguage), ("expertise", ByExpertise), ("region", ByRegion)])
        {
            foreach (var group in groups)
            {
                yield return Row(part, group.Value, null, null, group.People);
            }
        }

        foreach (var (level, age) in ByLastAssignment.SelectMany(l => l.Ages.Select(a => (l.SeniorityLevel, a))))
        {
            yield return Row("lastAssignment", ApiWord.Of(level), age.Value, null, age.People);
        }

        foreach (var asked in Demand)
        {
            yield return Row($"demand.{asked.Field}", asked.Value, asked.MinimumLevel, asked.Times, asked.Fit);
        }

        foreach (var level in Pipeline ?? [])
        {
            yield return Row("pipeline", ApiWord.Of(level.SeniorityLevel), "promising", null, level.Promising);
            yield return Row("pipeline", ApiWord.Of(level.SeniorityLevel), "leavingWithinOneYear", null, level.LeavingWithinOneYear);
            yield return Row("pipeline", ApiWord.Of(level.SeniorityLevel), "leavingWithinThreeYears", null, level.LeavingWithinThreeYears);
        }
    }

    private static IReadOnlyList<string?> Row(string part, string value, string? detail, long? times, PoolCount people) =>
        [part, value, detail, times?.ToString(System.Globalization.CultureInfo.InvariantCulture), people.AtLeast.ToString(System.Globalization.CultureInfo.InvariantCulture), people.FewerThanFive ? "TRUE" : "FALSE"];
}
