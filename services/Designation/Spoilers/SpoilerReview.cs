using Concord.Designation.Processes;
using Concord.Platform.Errors;

namespace Concord.Designation.Spoilers;

/// <summary>How a spoiler is dealt with (¶32).</summary>
internal enum SpoilerStrategy
{
    /// <summary>Its concerns are addressed, as with guarantees of security.</summary>
    AddressConcerns = 1,

    /// <summary>The process goes on, whether it joins or not.</summary>
    DepartingTrain,

    /// <summary>Others coerce it: a mediation does not (R58).</summary>
    CoercionByOthers,

    /// <summary>International support is to be withdrawn: dangerous.</summary>
    ThreatToWithdrawSupport,
}

/// <summary>Looks at a judgement again.</summary>
/// <param name="Finding">What has changed, and what has not; 1 to 4000 characters.</param>
/// <param name="Strategy">How it is dealt with from now on; absent where nothing is agreed.</param>
/// <param name="CoercedBy">Who coerces, where others do; 1 to 400 characters.</param>
/// <param name="ReviewOn">When it is looked at next; within a year.</param>
internal sealed record ReviewSpoiler(string? Finding, SpoilerStrategy? Strategy, string? CoercedBy, DateOnly? ReviewOn);

/// <summary>One look at a judgement; appended, never rewritten.</summary>
internal sealed record SpoilerReview(string Finding, SpoilerStrategy? Strategy, string? CoercedBy, DateOnly ReviewOn, Signature By, DateTime Time)
{
    public static SpoilerReview Of(ReviewSpoiler request, Signature by, DateTime now)
    {
        var check = new Violations();
        var coercion = request.Strategy == SpoilerStrategy.CoercionByOthers;
        check.Check(coercion || request.CoercedBy is null, "coercedBy", "Only of coercion by others.");
        var review = new SpoilerReview(
            check.Text(request.Finding, "finding", 4000), request.Strategy, coercion ? check.Text(request.CoercedBy, "coercedBy", 400) : null,
            SpoilerJudgement.Review(request.ReviewOn, check, now), by, now);
        check.ThrowIfAny();
        return review;
    }
}
