using Concord.Contracts.Access;
using Concord.Roster.Consents;
using Concord.Roster.Mediators;

namespace Concord.Roster.Synthetic;

/// <summary>
/// Somebody who does not exist: as written to JSON lines and as loaded by the demonstration. The resource name depends on the number alone, so
/// that shipped records of other services can point at it; the state is where on the ladder the person is to stand.
/// </summary>
internal sealed record SyntheticPerson(
    string Name, string DisplayName, bool Synthetic, ProfileState State, Gender Gender, SeniorityLevel SeniorityLevel, IReadOnlyList<string> Nationalities,
    IReadOnlyList<LanguageSkill> Languages, IReadOnlyList<KnownExpertise> Expertise, IReadOnlyList<string> Regions, IReadOnlyList<string> Countries, string Owner,
    Classification Classification, IReadOnlyList<SyntheticWindow> Availability, IReadOnlyList<TeamFunction> Functions, IReadOnlyList<WorkedConflict> Conflicts,
    IReadOnlyList<CulturalKnowledge> CulturalKnowledge, IReadOnlyList<Assignment> Assignments, IReadOnlyList<Training> Trainings, Deployability? Deployability, bool Promising, IReadOnlyList<ConsentTold> Consents, IReadOnlyList<DeclareInterest> Interests)
{
    public ProfileEdit ToEdit(string? account = null) => new(
        DisplayName, Gender, SeniorityLevel, Nationalities, Languages, Expertise, Regions, Countries, Classification, account, Functions, Conflicts, CulturalKnowledge, Assignments, Trainings, Deployability);
}

/// <summary>Days on which the person can or cannot work.</summary>
internal sealed record SyntheticWindow(DateOnly StartDate, DateOnly EndDate, AvailabilityKind Kind);
