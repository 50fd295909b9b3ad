using Concord.Portal.Acceptances;

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

public sealed record ExpertiseSkill(string Area, string Level, string? Evidence = null);

/// <summary>A person's page and column in a comparison. Interests and consents are there for those who may see them.</summary>
public sealed record Profile(
    string Name, string DisplayName, bool Synthetic, string State, string? StateNote, string Gender, string SeniorityLevel, IReadOnlyList<string> Nationalities,
    IReadOnlyList<LanguageSkill> Languages, IReadOnlyList<ExpertiseSkill> Expertise, IReadOnlyList<string> Regions, IReadOnlyList<string> Countries, IReadOnlyList<string> Functions,
    IReadOnlyList<WorkedConflict> Conflicts, IReadOnlyList<Knowledge> CulturalKnowledge, IReadOnlyList<Assignment> Assignments, IReadOnlyList<Training> Trainings, Deployability? Deployability,
    IReadOnlyList<Interest>? Interests, IReadOnlyList<Consent>? Consents, IReadOnlyList<string> ContactKinds, string Owner, string Classification, string? Person, DateTimeOffset? UpdateTime, string Etag, IReadOnlyList<string>? Withheld = null, bool Merged = false) : IPerson
{
    /// <summary>What the person can still take back: also what nobody had asked for, which then is a no.</summary>
    public IReadOnlyList<string> TakesBack => [.. Consent.Scopes.Where(scope => Consents?.Any(c => c.Scope == scope && c.WithdrawTime is not null) != true)];
}

public sealed record WorkedConflict(string Label, string? Process, int? FromYear, int? UntilYear, string? Role);

/// <summary>What somebody knows of a country, a region, or neither.</summary>
public sealed record Knowledge(string Kind, string? Place, string Note);

public sealed record Assignment(string What, string? Organization, string? Country, DateOnly From, DateOnly? Until);

public sealed record Training(string Kind, string? Provider, string Title, DateOnly Day);

public sealed record Deployability(int? NoticeDays, IReadOnlyList<string>? Modes, DateOnly? StandbyUntil);

/// <summary>A stake as the person has declared it.</summary>
public sealed record Interest(string Kind, string? Country, string? Party, string? Note, DateOnly Day);

/// <summary>The person's last word to one scope.</summary>
public sealed record Consent(string Scope, DateOnly? GivenDay, DateOnly? Until, string? Evidence, bool ByThePerson, DateTimeOffset? WithdrawTime)
{
    public static readonly string[] Scopes = ["SEARCH", "SHARING"];

    public bool Counts(DateOnly today) => WithdrawTime is null && GivenDay is not null && !(Until < today);
}

/// <summary>Days on which the person can or cannot take work; the last one included.</summary>
public sealed record Window(string Name, DateOnly StartDate, DateOnly EndDate, string Kind);

/// <summary>One page of the people found, and what all of them have.</summary>
public sealed record Found(IReadOnlyList<Hit> Items, int Total, FoundFacets Facets, string? NextPageToken);

public sealed record Hit(
    string Name, string DisplayName, bool Synthetic, string Gender, string SeniorityLevel, IReadOnlyList<string> Nationalities, IReadOnlyList<LanguageSkill> Languages,
    IReadOnlyList<ExpertiseSkill> Expertise, IReadOnlyList<string> Regions, IReadOnlyList<string> Countries, string Owner, string Classification,
    IReadOnlyList<MatchReason> Reasons, IReadOnlyList<ConflictFlag> Flags, bool ConflictsUnknown = false, string? Availability = null, IReadOnlyList<PartyTake>? Acceptances = null) : IPerson;

/// <summary>A possible conflict of interest, for those who choose to weigh.</summary>
public sealed record ConflictFlag(string Ground, string Country, string? Interest);

/// <summary>Which wish of the search the person meets, by what.</summary>
public sealed record MatchReason(string Wish, string Value, string? Level, string? Through);

public sealed record FoundFacets(
    IReadOnlyList<FacetCount> Languages, IReadOnlyList<FacetCount> Expertise, IReadOnlyList<FacetCount> Regions, IReadOnlyList<FacetCount> Genders,
    IReadOnlyList<FacetCount> SeniorityLevels, IReadOnlyList<FacetCount> Functions);

public sealed record FacetCount(string Value, int Count);

/// <summary>How a person is reached, as far as it is open for the purpose.</summary>
public sealed record Reached(
    IReadOnlyList<string> Emails, IReadOnlyList<string> Phones, ReachedPlace? Postal, IReadOnlyList<ReachedMessenger> Messengers, string? Note, ReachedNear? Emergency, IReadOnlyList<string> Masked);

public sealed record ReachedPlace(string Address, string Place, string Country);

public sealed record ReachedMessenger(string Service, string Address);

/// <summary>Whom to tell in an emergency.</summary>
public sealed record ReachedNear(string DisplayName, string? Relation, string? Phone, string? Email);

/// <summary>Whether somebody can take work, in one word.</summary>
public sealed record AvailabilityTold(string? State);
