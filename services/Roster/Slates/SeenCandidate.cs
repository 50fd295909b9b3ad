using Concord.Roster.Mediators;

namespace Concord.Roster.Slates;

/// <summary>Who a candidate is.</summary>
/// <param name="DisplayName">As the person is addressed.</param>
/// <param name="Gender">As the person states it.</param>
/// <param name="Nationalities">ISO 3166-1 alpha-3 codes.</param>
/// <param name="Background">Who the person is, where that is somebody from outside; else the profile tells.</param>
/// <param name="Synthetic">True where no such person exists.</param>
/// <param name="ConflictsUnknown">True where nationality or declared interests of the person are withheld from the caller, who cannot tell that there is no conflict of interest (R16, R20).</param>
internal sealed record CandidatePerson(string DisplayName, Gender Gender, IReadOnlyList<string> Nationalities, string? Background, bool Synthetic, bool ConflictsUnknown = false);

/// <summary>A candidate as one caller is shown it now.</summary>
/// <param name="Candidate">The record.</param>
/// <param name="Standing">Whether the person is there to be chosen.</param>
/// <param name="Person">Who it is; null where the person is not.</param>
/// <param name="Text">What is said of the person; null where the person is not to be named.</param>
/// <param name="Findings">Criterion by criterion; empty where the person is not to be named.</param>
/// <param name="IsQualified">Whether every mandatory criterion is met (R9); null where the person is not to be named.</param>
/// <param name="Conflicts">Possible conflicts of interest (R16).</param>
/// <param name="Account">Of the person, where it is known: nobody decides on oneself.</param>
internal sealed record SeenCandidate(
    SlateCandidate Candidate, CandidateStanding Standing, CandidatePerson? Person, CandidateText? Text, IReadOnlyList<CriterionFinding> Findings, bool? IsQualified,
    IReadOnlyList<CandidateConflict> Conflicts, string? Account)
{
    /// <summary>Whether it is a qualified woman who can be chosen; of who is withheld from the caller it cannot be said that she is not one (R9).</summary>
    public bool MayBeQualifiedWoman => Standing == CandidateStanding.Withheld || this is { IsQualified: true, Person.Gender: Gender.Woman };

    public static SeenCandidate Gone(SlateCandidate candidate, CandidateStanding standing) => new(candidate, standing, null, null, [], null, [], null);
}
