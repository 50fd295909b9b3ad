using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Roster.Geography;

namespace Concord.Roster.Mediators;

/// <summary>The fields of a profile that its keeper may change.</summary>
/// <param name="DisplayName">As the person is addressed; 1 to 200 characters.</param>
/// <param name="Gender">As the person states it.</param>
/// <param name="SeniorityLevel">Level at which the person mediates (R1).</param>
/// <param name="Nationalities">ISO 3166-1 alpha-3 codes.</param>
/// <param name="Languages">ISO 639 codes with levels.</param>
/// <param name="Expertise">Areas with levels and what they rest on (R4).</param>
/// <param name="Regions">Regions worked in: M49 codes such as <c>014</c>.</param>
/// <param name="Countries">Countries worked in: ISO 3166-1 alpha-3 codes.</param>
/// <param name="Classification">Who may see the profile at all; Confidential where absent.</param>
/// <param name="Person">Account of the person, <c>accounts/{uuid}</c>, who then sees the own record and who reads it (R159); of one profile at most.</param>
/// <param name="Functions">What the person can do in a team (R5).</param>
/// <param name="Conflicts">Conflicts worked on; at most 50.</param>
/// <param name="CulturalKnowledge">Knowledge of places and their people, history, risk factors and populations at risk included (R18); at most 50.</param>
/// <param name="Assignments">Work done and being done; at most 100.</param>
/// <param name="Trainings">Trainings had (R21, R23); at most 100.</param>
/// <param name="Deployability">How soon and in which ways the person can be sent (R13, R14).</param>
internal sealed record ProfileEdit(
    string? DisplayName, Gender? Gender, SeniorityLevel? SeniorityLevel, IReadOnlyList<string>? Nationalities, IReadOnlyList<LanguageSkill>? Languages,
    IReadOnlyList<KnownExpertise>? Expertise, IReadOnlyList<string>? Regions, IReadOnlyList<string>? Countries, Classification? Classification, string? Person = null,
    IReadOnlyList<TeamFunction>? Functions = null, IReadOnlyList<WorkedConflict>? Conflicts = null, IReadOnlyList<CulturalKnowledge>? CulturalKnowledge = null,
    IReadOnlyList<Assignment>? Assignments = null, IReadOnlyList<Training>? Trainings = null, Deployability? Deployability = null)
{
    private const int MaxNationalities = 10;
    private const int MaxPlaces = 200;

    /// <summary>What must hold for the lists whoever writes them; codes are those of the shipped reference data.</summary>
    public void CheckLists(Atlas atlas, Violations check)
    {
        check.Codes(Nationalities, "nationalities", MaxNationalities, atlas.IsCountry, "No such country; ISO 3166-1 alpha-3 is expected.");
        check.Codes(Countries, "countries", MaxPlaces, atlas.IsCountry, "No such country; ISO 3166-1 alpha-3 is expected.");
        check.Codes(Regions, "regions", MaxPlaces, atlas.IsRegion, "No such region; an M49 code is expected.");
        check.Languages(Languages, atlas);
        check.Codes(Expertise?.Select(s => s?.Area.ToString()).ToList(), "expertise", Enum.GetValues<ExpertiseArea>().Length, area => Enum.TryParse<ExpertiseArea>(area, out var known) && known != 0, "Name the area.");
        check.Check(Functions is null || Functions.Distinct().Count() == Functions.Count, "functions", "Each at most once.");
        check.Check(Expertise is null || Expertise.All(s => s is { Level: > 0 }), "expertise", "Each needs a level.");
    }
}
