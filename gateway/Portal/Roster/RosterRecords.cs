namespace Concord.Portal.Roster;

/// <summary>Somebody who may not exist, or whom not everybody may see.</summary>
public interface IMarked
{
    bool Synthetic { get; }
    string Classification { get; }
}

/// <summary>What the pages show of people on the roster, as the roster service answers it. There is no contact data in any of it.</summary>
public interface IPerson : IMarked
{
    string Name { get; }
    string DisplayName { get; }
    string Gender { get; }
    string SeniorityLevel { get; }
    IReadOnlyList<string> Nationalities { get; }
    IReadOnlyList<LanguageSkill> Languages { get; }
    IReadOnlyList<ExpertiseSkill> Expertise { get; }
    IReadOnlyList<string> Regions { get; }
    IReadOnlyList<string> Countries { get; }
    string Owner { get; }
}

public sealed record LanguageSkill(string Code, string Level);

public sealed record ExpertiseSkill(string Area, string Level);

/// <summary>A person's page and column in a comparison.</summary>
public sealed record Profile(
    string Name, string DisplayName, bool Synthetic, string State, string? StateNote, string Gender, string SeniorityLevel, IReadOnlyList<string> Nationalities,
    IReadOnlyList<LanguageSkill> Languages, IReadOnlyList<ExpertiseSkill> Expertise, IReadOnlyList<string> Regions, IReadOnlyList<string> Countries, string Owner,
    string Classification, DateTimeOffset UpdateTime) : IPerson;

/// <summary>Days on which the person can or cannot take work; the last one included.</summary>
public sealed record Window(DateOnly StartDate, DateOnly EndDate, string Kind);

/// <summary>One page of the people found, and what all of them have.</summary>
public sealed record Found(IReadOnlyList<Hit> Items, int Total, FoundFacets Facets, string? NextPageToken);

public sealed record Hit(
    string Name, string DisplayName, bool Synthetic, string Gender, string SeniorityLevel, IReadOnlyList<string> Nationalities, IReadOnlyList<LanguageSkill> Languages,
    IReadOnlyList<ExpertiseSkill> Expertise, IReadOnlyList<string> Regions, IReadOnlyList<string> Countries, string Owner, string Classification,
    IReadOnlyList<MatchReason> Reasons) : IPerson;

/// <summary>Which wish of the search the person meets, by what.</summary>
public sealed record MatchReason(string Wish, string Value, string? Level, string? Through);

public sealed record FoundFacets(
    IReadOnlyList<FacetCount> Languages, IReadOnlyList<FacetCount> Expertise, IReadOnlyList<FacetCount> Regions, IReadOnlyList<FacetCount> Genders,
    IReadOnlyList<FacetCount> SeniorityLevels);

public sealed record FacetCount(string Value, int Count);
