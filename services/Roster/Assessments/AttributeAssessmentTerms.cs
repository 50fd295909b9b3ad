using Concord.Platform.Errors;

namespace Concord.Roster.Assessments;

/// <summary>Something that a review should look at (R3): a judgement of its author, with the reason.</summary>
/// <param name="Kind">One of the seven.</param>
/// <param name="Reason">1 to 1,000 characters.</param>
internal sealed record ReviewFlag(ReviewFlagKind? Kind, string? Reason);

/// <summary>What an assessor found of one attribute of the person. In words: there is no grade, and nothing that could be added up (R157).</summary>
/// <param name="Criterion">The attribute it speaks to (R2).</param>
/// <param name="Finding">1 to 2,000 characters.</param>
/// <param name="On">The day of the finding; none to come, and none before 1945.</param>
/// <param name="BasedOn">The assignment or the observation it rests on; 1 to 500 characters.</param>
/// <param name="Flags">What a review should look at, each kind at most once; none where absent.</param>
internal sealed record RecordAttributeAssessment(AssessedAttribute? Criterion, string? Finding, DateOnly? On, string? BasedOn, IReadOnlyList<ReviewFlag>? Flags)
{
    private const int FirstYear = 1945;

    /// <summary>As it is kept, or what is wrong with it.</summary>
    public CheckedAssessment Checked(DateTime now)
    {
        var check = new Violations();
        var (flags, most) = (Flags ?? [], Enum.GetValues<ReviewFlagKind>().Length);
        check.Check(flags.Count <= most && flags.Select(f => f?.Kind).Distinct().Count() == flags.Count, "flags", "Each kind at most once.");
        check.Check(On is null || On <= DateOnly.FromDateTime(now), "on", "Lies in the future.");
        check.Check(On is null || On.Value.Year >= FirstYear, "on", $"Not before {FirstYear}.");
        var kept = new CheckedAssessment(
            check.Required(Criterion, "criterion"), check.Required(On, "on"),
            new AssessmentText(
                check.Text(Finding, "finding", 2000), check.Text(BasedOn, "basedOn", 500),
                [.. flags.Take(most).Select((f, i) => new ReviewFlag(check.Required(f?.Kind, $"flags[{i}].kind"), check.Text(f?.Reason, $"flags[{i}].reason", 1000)))]));
        check.ThrowIfAny();
        return kept;
    }
}

/// <summary>An assessment in which everything is as it must be.</summary>
internal sealed record CheckedAssessment(AssessedAttribute Criterion, DateOnly On, AssessmentText Text);

/// <summary>What is kept under seal of an assessment.</summary>
internal sealed record AssessmentText(string Finding, string BasedOn, IReadOnlyList<ReviewFlag> Flags);

/// <summary>Takes an assessment back.</summary>
/// <param name="Reason">1 to 1,000 characters; it stays with the assessment, and the person reads it.</param>
internal sealed record WithdrawAttributeAssessment(string? Reason);

/// <summary>What the person says to an assessment.</summary>
/// <param name="Reply">1 to 2,000 characters; in place of what was replied before.</param>
internal sealed record ReplyToAttributeAssessment(string? Reply);
