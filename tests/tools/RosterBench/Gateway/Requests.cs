using System.Text.Json;
using Concord.Platform.Http;
using Concord.Roster.Search;

namespace Concord.RosterBench.Gateway;

/// <summary>A query as a client sends it.</summary>
internal static class Requests
{
    public static string ToRequest(this SearchQuery query) => JsonSerializer.Serialize(
        new SearchRequest(
            [.. query.Languages.Select(l => new LanguageWish(l.Code, l.Level))], [.. query.Expertise.Select(e => new ExpertiseWish(e.Area, e.Level))], query.Regions, query.Countries, query.Genders,
            query.SeniorityLevels, WishOf(query.Availability), query.ExcludedNationalities, query.Words.Length == 0 ? null : string.Join(' ', query.Words), query.Functions, query.TrainedIn,
            query.MaximumNoticeDays, query.ConflictCountries, query.ExcludeConflicted),
        ConcordJson.Options);

    private static AvailabilityWish? WishOf(AvailabilityNeed? need) =>
        need is null ? null : new AvailabilityWish(DateOnly.FromDayNumber(need.Days.First), DateOnly.FromDayNumber(need.Days.Last), need.Mode);
}
