using Concord.Platform.FourEyes;
using Concord.Roster.Mediators;

namespace Concord.Roster.Slates;

/// <summary>Somebody from outside the roster, in the words of who lists the person.</summary>
/// <param name="DisplayName">As the person is addressed.</param>
/// <param name="Gender">As the person states it.</param>
/// <param name="Nationalities">ISO 3166-1 alpha-3 codes.</param>
/// <param name="Background">Who the person is.</param>
/// <param name="Interests">Stakes that the person has declared (R16).</param>
internal sealed record OutsidePerson(string DisplayName, Gender Gender, IReadOnlyList<string> Nationalities, string Background, IReadOnlyList<DeclareInterest> Interests);

/// <summary>What an assessor says to one criterion.</summary>
/// <param name="Criterion">Its number.</param>
/// <param name="Met">Whether it is met.</param>
/// <param name="Evidence">On what that rests.</param>
/// <param name="By">The assessor.</param>
/// <param name="Time">When, UTC.</param>
internal sealed record CriterionStatement(int Criterion, bool Met, string Evidence, ActPerson By, DateTime Time);

/// <summary>All that is said of a candidate, kept under seal.</summary>
/// <param name="Outside">Null where the person is on the roster.</param>
/// <param name="Note">Why the person is on this list.</param>
/// <param name="Statements">What assessors say.</param>
/// <param name="Findings">What each criterion came to when the slate was submitted; null before.</param>
internal sealed record CandidateText(OutsidePerson? Outside, string Note, IReadOnlyList<CriterionStatement> Statements, IReadOnlyList<CriterionFinding>? Findings);
