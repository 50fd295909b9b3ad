using System.Globalization;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.SharingAgreements;

namespace Concord.Roster.Slates;

/// <summary>Whether a candidate meets one criterion, and what shows it (R19). Findings stand side by side: nothing adds them up (R157).</summary>
/// <param name="Criterion">Its number.</param>
/// <param name="Result">Whether it is met.</param>
/// <param name="Basis">On what that rests; absent where nobody has said.</param>
/// <param name="Evidence">The entries of the profile, or the assessor's words; absent where there are none.</param>
/// <param name="By">The assessor.</param>
/// <param name="Time">When the assessor said so, UTC.</param>
internal sealed record CriterionFinding(int Criterion, CriterionResult Result, FindingBasis? Basis, string? Evidence, ActPerson? By, DateTime? Time)
{
    private const int LongestEvidence = 1000;

    /// <summary>Every criterion in its order.</summary>
    /// <param name="slate">With the criteria.</param>
    /// <param name="text">What assessors say.</param>
    /// <param name="profile">Null for somebody from outside.</param>
    /// <param name="atlas">Which region contains what.</param>
    /// <param name="today">Until when work that goes on is counted.</param>
    /// <param name="shown">What of the profile the reader is shown: what is not, nobody but an assessor can say; all where null.</param>
    public static IReadOnlyList<CriterionFinding> Of(Slate slate, CandidateText text, Profile? profile, Atlas atlas, DateOnly today, IReadOnlyList<SharedFields>? shown = null) =>
        [.. slate.Criteria.Select((c, i) => profile is null || c.Kind == CriterionKind.Judged || shown?.Contains(FieldsOf(c.Kind)) == false ? Said(i + 1, text) : Shown(i + 1, Entries(c, profile, atlas, today)))];

    private static CriterionFinding Said(int number, CandidateText text) => text.Statements.FirstOrDefault(s => s.Criterion == number) is { } said
        ? new CriterionFinding(number, said.Met ? CriterionResult.Met : CriterionResult.NotMet, FindingBasis.Assessor, said.Evidence, said.By, said.Time)
        : new CriterionFinding(number, CriterionResult.Open, null, null, null, null);

    private static CriterionFinding Shown(int number, IReadOnlyList<string> entries) =>
        new(number, entries.Count > 0 ? CriterionResult.Met : CriterionResult.NotMet, FindingBasis.Profile, entries.Count > 0 ? Cut(string.Join("; ", entries)) : null, null, null);

    private static string Cut(string text) => text.Length <= LongestEvidence ? text : $"{text[..(char.IsHighSurrogate(text[LongestEvidence - 2]) ? LongestEvidence - 2 : LongestEvidence - 1)]}…";

    private static SharedFields FieldsOf(CriterionKind? kind) => kind is CriterionKind.Function or CriterionKind.Expertise or CriterionKind.Language ? SharedFields.Skills : SharedFields.Experience;

    // What in the profile meets the criterion, in the words of the API; nothing where nothing does.
    private static IReadOnlyList<string> Entries(SlateCriterion criterion, Profile profile, Atlas atlas, DateOnly today) => criterion.Kind switch
    {
        CriterionKind.Function => [.. profile.Functions.Where(f => f == criterion.Function).Select(f => $"functions {ApiWord.Of(f)}")],
        CriterionKind.Expertise => [.. profile.KnownExpertise().Where(e => e.Area == criterion.Expertise!.Area && e.Level >= criterion.Expertise.Level).Select(e => $"expertise {ApiWord.Of(e.Area)} {ApiWord.Of(e.Level)}{(e.Evidence is null ? "" : $": {e.Evidence}")}")],
        CriterionKind.Language => [.. profile.Languages.Where(l => l.Code == criterion.Language!.Code && l.Level >= criterion.Language.Level).Select(l => $"languages {l.Code} {ApiWord.Of(l.Level)}")],
        CriterionKind.Place => [.. profile.Countries.Concat(profile.Regions).Where(p => LiesIn(p, criterion.Place!, atlas)).Select(p => $"countries {p}")],
        CriterionKind.Knowledge => [.. profile.CulturalKnowledge.Where(k => k.Kind == criterion.Knowledge && (criterion.Place is null || (k.Place is { } place && LiesIn(place, criterion.Place, atlas)))).Select(k => $"culturalKnowledge {k.Place} {k.Note}")],
        CriterionKind.Years => YearsOf(profile, today) is var years && years >= criterion.Years ? [string.Create(CultureInfo.InvariantCulture, $"assignments of {years} years")] : [],
        _ => [],
    };

    private static bool LiesIn(string place, string wanted, Atlas atlas) => place == wanted || atlas.RegionsOver(place).Contains(wanted);

    // Whole years of days on which there was work, whatever overlaps counted once.
    private static int YearsOf(Profile profile, DateOnly today)
    {
        var (days, end) = (0, DateOnly.MinValue);
        foreach (var work in profile.Assignments.Where(a => a.From is not null && a.From <= today).OrderBy(a => a.From))
        {
            var first = work.From!.Value > end ? work.From.Value : end;
            var last = work.Until is { } until && until < today ? until : today;
            days += last > first ? last.DayNumber - first.DayNumber : 0;
            end = last > end ? last : end;
        }

        return (int)(days / 365.25);
    }
}
