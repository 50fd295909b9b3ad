using Concord.Portal.Access;
using Concord.Portal.Roster;

namespace Concord.Portal.Slates;

/// <summary>A slate without its candidates, as the roster service lists it (R9, R19).</summary>
public sealed record SlateEntry(
    string Name, string Kind, string Title, string Organization, string Authority, string? Process, string Classification, string State, DateTimeOffset? SubmitTime, DateTimeOffset? DecideTime, DateTimeOffset CreateTime,
    string Etag) : IMarked
{
    public bool Synthetic => false;
}

public sealed record Slate(
    string Name, string Kind, string Title, string Organization, string Authority, string? Process, IReadOnlyList<SlateCriterion> Criteria, IReadOnlyList<string> ConflictCountries, IReadOnlyList<string> ConflictParties,
    string Classification, string State, IReadOnlyList<SlateCandidate> Candidates, ActPerson ComposedBy, ActPerson? SubmittedBy, DateTimeOffset? SubmitTime, string? NoWomanReason, SlateTally? Tally,
    ActPerson? DecidedBy, DateTimeOffset? DecideTime, string? Chosen, string? DecisionReason, DateTimeOffset CreateTime, string Etag)
{
    public bool IsDraft => State == "DRAFT";

    public IEnumerable<SlateCandidate> ShortList => Candidates.Where(c => c.List == "SHORT");

    /// <summary>Whether a woman on the short list meets every mandatory criterion (R9).</summary>
    public bool HasQualifiedWoman => ShortList.Any(c => c is { Qualified: true, Person.Gender: "WOMAN" });
}

/// <summary>One thing that the appointment asks for; it has no weight.</summary>
public sealed record SlateCriterion(
    string Text, bool Mandatory, string Kind, string? Function = null, ExpertiseSkill? Expertise = null, LanguageSkill? Language = null, string? Place = null, string? Knowledge = null, int? Years = null);

public sealed record SlateCandidate(
    string Name, string List, string? Profile, string Standing, CandidatePerson? Person, string? Note, IReadOnlyList<CriterionFinding> Findings, bool? Qualified, IReadOnlyList<CandidateConflict> Conflicts,
    ActPerson ListedBy, DateTimeOffset CreateTime, string Etag);

public sealed record CandidatePerson(string DisplayName, string Gender, IReadOnlyList<string> Nationalities, string? Background, bool Synthetic, bool ConflictsUnknown = false);

/// <summary>What one criterion comes to, and on what that rests.</summary>
public sealed record CriterionFinding(int Criterion, string Result, string? Basis, string? Evidence, ActPerson? By, DateTimeOffset? Time);

public sealed record CandidateConflict(string Ground, string? Country, string? Party, string? Interest);

public sealed record ListCount(int Women, int Men, int Others);

public sealed record SlateTally(ListCount LongList, ListCount ShortList, int QualifiedWomen, IReadOnlyList<string> Regions);

/// <summary>What may be published of a slate that is decided.</summary>
public sealed record SlateExtract(
    string Name, string Kind, string Title, string Organization, string Authority, IReadOnlyList<SlateCriterion> Criteria, string? NoWomanReason, SlateTally Tally, string State, string? Chosen, string? DecisionReason, DateTimeOffset SubmitTime,
    DateTimeOffset DecideTime);
