using System.Globalization;
using Concord.Contracts.Access;
using Concord.Portal.Frame;
using Concord.Portal.Roster;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Concord.Portal.SavedSearches;

/// <summary>A search that the reader keeps, as the roster service answers it.</summary>
public sealed record SavedSearch(string Name, string DisplayName, KeptQuestion Search, bool Alert, DateTimeOffset CreateTime, DateTimeOffset UpdateTime, string Etag);

/// <summary>What is asked.</summary>
public sealed record KeptQuestion(
    IReadOnlyList<WishedLanguage>? Languages, IReadOnlyList<WishedExpertise>? Expertise, IReadOnlyList<string>? Regions, IReadOnlyList<string>? Countries, IReadOnlyList<string>? Genders,
    IReadOnlyList<string>? SeniorityLevels, WishedDays? Availability, IReadOnlyList<string>? ExcludedNationalities, string? Text, IReadOnlyList<string>? Functions, IReadOnlyList<string>? TrainedIn,
    int? MaximumNoticeDays, IReadOnlyList<string>? ConflictCountries, bool? ExcludeConflicted, WishedParties? Acceptability = null)
{
    /// <summary>The same as the page of the roster asks it; a level that only one of several has counts for all of them there.</summary>
    internal Wishes ToWishes() => Wishes.Of(new QueryCollection(new Dictionary<string, StringValues>
    {
        ["text"] = Text,
        ["language"] = Of(Languages?.Select(l => l.Code)),
        ["level"] = Languages?.Select(l => l.MinimumLevel).OfType<string>().FirstOrDefault(),
        ["expertise"] = Of(Expertise?.Select(e => e.Area)),
        ["depth"] = Expertise?.Select(e => e.MinimumLevel).OfType<string>().FirstOrDefault(),
        ["region"] = Of(Regions),
        ["country"] = Of(Countries),
        ["seniority"] = Of(SeniorityLevels),
        ["gender"] = Of(Genders),
        ["function"] = Of(Functions),
        ["trained"] = Of(TrainedIn),
        ["notice"] = MaximumNoticeDays?.ToString(CultureInfo.InvariantCulture),
        ["conflict"] = Of(ConflictCountries),
        ["exclude"] = Of(ExcludedNationalities),
        ["unconflicted"] = ExcludeConflicted == true ? "1" : null,
        ["process"] = Acceptability?.Process.Id(),
        ["acceptability"] = Acceptability?.Wanted,
        ["start"] = Availability?.StartDate,
        ["end"] = Availability?.EndDate,
        ["mode"] = Availability?.Mode,
    }));

    private static StringValues Of(IEnumerable<string>? values) => new(values?.ToArray() ?? []);
}

internal static class SavedSearches
{
    private static readonly string[] s_keepers = [Roles.MediationSupport, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator];

    /// <summary>Whether a way to one's own searches is worth showing; the roster decides.</summary>
    public static bool KeepsSearches(this Me me) => me.Roles.Any(s_keepers.Contains);
}

public sealed record WishedLanguage(string Code, string? MinimumLevel);

public sealed record WishedExpertise(string Area, string? MinimumLevel);

public sealed record WishedParties(string Process, string? Wanted);

public sealed record WishedDays(string StartDate, string EndDate, string Mode);
