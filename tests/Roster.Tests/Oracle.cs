using System.Text.Json;
using Concord.Contracts.Access;
using Concord.Roster.Consents;
using Concord.Roster.Mediators;
using Concord.Roster.Names;
using Concord.Roster.Search;

namespace Concord.Roster.Tests;

/// <summary>The search as the rules say it, one person and one day at a time, without any index.</summary>
internal static class Oracle
{
    public static List<Profile> Find(IEnumerable<Profile> people, SearchQuery query, Classification clearance, DateOnly today) =>
        [.. people.Where(p => Matches(p, query, clearance, today)).OrderBy(p => FitOf(p, query)).ThenBy(p => NameKey.Of(p.DisplayName), StringComparer.Ordinal).ThenBy(p => p.Id.Value)];

    public static Dictionary<string, List<FacetCount>> Facets(IReadOnlyCollection<Profile> found) => new()
    {
        ["languages"] = Count(found.SelectMany(p => p.Languages.Select(l => l.Code))),
        ["expertise"] = Count(found.SelectMany(p => p.Expertise.Select(e => Upper(e.Area)))),
        ["regions"] = Count(found.SelectMany(p => p.Regions.Concat(p.Countries).SelectMany(Over).Distinct())),
        ["genders"] = Count(found.Select(p => Upper(p.Gender))),
        ["seniorityLevels"] = Count(found.Select(p => Upper(p.SeniorityLevel))),
        ["functions"] = Count(found.SelectMany(p => p.Functions.Select(Upper))),
    };

    /// <summary>Grounds and places of the flags a person must carry.</summary>
    public static List<string> Flags(Profile p, SearchQuery q) => [.. q.ConflictCountries.Concat(q.ExcludedNationalities).Distinct().SelectMany(country =>
        p.Nationalities.Where(n => n == country).Select(n => $"Nationality {n} ")
            .Concat(p.Interests.Where(i => i.Country == country).Select(i => $"DeclaredInterest {country} {i.Kind}").Distinct())).Order(StringComparer.Ordinal)];

    /// <summary>How well the name fits what was typed; the best where nothing was, null where it does not fit.</summary>
    public static NameFit? FitOf(Profile p, SearchQuery q) => q.Words.Length == 0 ? NameFit.SameSpelling
        : WordFit.Of(q.Typed, p.DisplayName) is { Count: > 0 } fits ? fits.Max(f => f.Fit) : null;

    private static bool Matches(Profile p, SearchQuery q, Classification clearance, DateOnly today) =>
        p.State == ProfileState.Active
        && p.Consents.Any(c => c is { Scope: ConsentScope.Search, GivenDay: not null, WithdrawTime: null } && (c.Until is null || c.Until >= today))
        && (!q.ExcludeConflicted || Flags(p, q).Count == 0)
        && p.Classification <= clearance
        && q.Languages.All(w => p.Languages.Any(s => s.Code == w.Code && s.Level >= w.Level))
        && q.Expertise.All(w => p.Expertise.Any(s => s.Area == w.Area && s.Level >= w.Level))
        && (q.Regions.Length == 0 || q.Regions.Any(r => p.Regions.Concat(p.Countries).Any(place => Over(place).Contains(r))))
        && (q.Countries.Length == 0 || q.Countries.Any(p.Countries.Contains))
        && (q.Genders.Length == 0 || q.Genders.Contains(p.Gender))
        && (q.SeniorityLevels.Length == 0 || q.SeniorityLevels.Contains(p.SeniorityLevel))
        && (q.Availability is not { } need || Enumerable.Range(need.Days.First, need.Days.Last - need.Days.First + 1).All(day => IsFree(p, day, need.Mode)))
        && q.Functions.All(p.Functions.Contains)
        && q.TrainedIn.All(kind => p.Trainings.Any(t => t.Kind == kind))
        && (q.MaximumNoticeDays is not { } notice || p.Deployability?.NoticeDays <= notice)
        && !q.ExcludedNationalities.Any(p.Nationalities.Contains)
        && FitOf(p, q) is not null;

    private static bool IsFree(Profile p, int day, DeploymentMode mode) => p.Availability.Any(w =>
        w.StartDate.DayNumber <= day && day <= w.EndDate.DayNumber
        && (w.Kind == AvailabilityKind.InPerson || (w.Kind == AvailabilityKind.Remote && mode == DeploymentMode.Remote)));

    // Written out by hand, so that the tree is checked too.
    private static string[] Over(string place) => place switch
    {
        "KEN" or "UGA" or "014" => ["014", "202", "002", "001"],
        "NGA" or "011" => ["011", "202", "002", "001"],
        "202" => ["202", "002", "001"],
        "EGY" or "015" => ["015", "002", "001"],
        "DEU" or "FRA" or "155" => ["155", "150", "001"],
        "002" => ["002", "001"],
        "150" => ["150", "001"],
        "001" => ["001"],
        _ => [],
    };

    private static List<FacetCount> Count(IEnumerable<string> values) =>
        [.. values.GroupBy(v => v).Select(g => new FacetCount(g.Key, g.Count())).OrderBy(f => f.Value, StringComparer.Ordinal)];

    private static string Upper<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
