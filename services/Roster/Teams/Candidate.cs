using Concord.Roster.Mediators;
using Concord.Roster.Search;

namespace Concord.Roster.Teams;

/// <summary>Whether other work holds somebody on the days of the team (R15).</summary>
internal enum Commitment
{
    Free = 1,
    Deployed,

    /// <summary>Deployed, and the leads of both processes agree to remote work beside it.</summary>
    DeployedWithConsent,
}

/// <summary>Somebody who could join a team, as the composer sees the person: a profile, or an insider of whom no training is asked (R17).</summary>
/// <param name="Name">Resource name; no two candidates share one.</param>
/// <param name="Gender">As the person states it.</param>
/// <param name="DecisionLevel">Whether the person would decide in the team (R8).</param>
/// <param name="Functions">What the person can do for a mediator (R5).</param>
/// <param name="Expertise">Areas with levels (R4), each area once.</param>
/// <param name="Languages">ISO 639 codes with levels, each code once.</param>
/// <param name="Insider">Belongs to the society in conflict and is trusted in it (R17).</param>
/// <param name="InPerson">Days on which the person can travel.</param>
/// <param name="AnyMode">Days on which the person can at least work remotely.</param>
/// <param name="Commitment">Work on the days of the team (R15).</param>
/// <param name="Nationalities">ISO 3166-1 alpha-3 codes.</param>
/// <param name="Interests">Stakes that the person declared: resource names or words, as the wish names them (R16).</param>
internal sealed record Candidate(
    string Name, Gender Gender, bool DecisionLevel, IReadOnlyList<TeamFunction> Functions, IReadOnlyList<ExpertiseSkill> Expertise, IReadOnlyList<LanguageSkill> Languages,
    bool Insider, IReadOnlyList<DaySpan> InPerson, IReadOnlyList<DaySpan> AnyMode, Commitment Commitment, IReadOnlyList<string> Nationalities, IReadOnlyList<string> Interests);
