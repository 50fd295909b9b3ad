using System.Globalization;
using Concord.Platform.Http;
using Concord.Roster.Geography;

namespace Concord.Roster.Search;

/// <summary>Why somebody matched one wish of the query (R27).</summary>
/// <param name="Wish">Field of the request that it answers.</param>
/// <param name="Value">What was found: a code or name, the days of a window, or a number of days.</param>
/// <param name="Level">The person's own level, where the field has levels.</param>
/// <param name="Through">What of the person lies within the region asked for, or the resource name of the window.</param>
internal sealed record MatchReason(string Wish, string Value, string? Level = null, string? Through = null)
{
    public static List<MatchReason> Of(SearchQuery query, RosterEntry entry, Atlas atlas)
    {
        var reasons = new List<MatchReason>();
        reasons.AddRange(query.Languages.Select(w => new MatchReason("languages", w.Code, ApiWord.Of(entry.Languages.First(s => s.Code == w.Code).Level))));
        reasons.AddRange(query.Expertise.Select(w => new MatchReason("expertise", ApiWord.Of(w.Area), ApiWord.Of(entry.Expertise.First(s => s.Area == w.Area).Level))));
        reasons.AddRange(query.Regions.SelectMany(region => entry.Regions.Concat(entry.Countries)
            .Where(place => atlas.RegionsOver(place).Contains(region)).Select(place => new MatchReason("regions", region, Through: place))));
        reasons.AddRange(query.Countries.Where(entry.Countries.Contains).Select(c => new MatchReason("countries", c)));
        if (query.Genders.Length > 0)
        {
            reasons.Add(new MatchReason("genders", ApiWord.Of(entry.Gender)));
        }

        if (query.SeniorityLevels.Length > 0)
        {
            reasons.Add(new MatchReason("seniorityLevels", ApiWord.Of(entry.SeniorityLevel)));
        }

        if (query.Availability is { } need)
        {
            var (first, last) = (DateOnly.FromDayNumber(need.Days.First), DateOnly.FromDayNumber(need.Days.Last));
            reasons.AddRange(entry.Windows.Where(w => DaySpan.Allows(w.Kind, need.Mode) && w.Overlaps(first, last))
                .Select(w => new MatchReason("availability", $"{w.StartDate:O}/{w.EndDate:O}", ApiWord.Of(w.Kind), $"{entry.Id}/{w.Id}")));
        }

        reasons.AddRange(query.Functions.Select(f => new MatchReason("functions", ApiWord.Of(f))));
        reasons.AddRange(query.TrainedIn.Select(t => new MatchReason("trainedIn", ApiWord.Of(t))));
        if (query.MaximumNoticeDays is not null && entry.NoticeDays is { } notice)
        {
            reasons.Add(new MatchReason("maximumNoticeDays", notice.ToString(CultureInfo.InvariantCulture)));
        }

        if (query.ExcludedNationalities.Length > 0)
        {
            reasons.Add(new MatchReason("excludedNationalities", string.Join(' ', entry.Nationalities)));
        }

        if (query.Acceptability is { } acceptability)
        {
            reasons.Add(new MatchReason("acceptability", ApiWord.Of(acceptability.Wanted)));
        }

        if (query.Words.Length > 0)
        {
            reasons.Add(new MatchReason("text", entry.DisplayName));
        }

        return reasons;
    }
}
