using Concord.Contracts.Access;
using Concord.Designation.Processes;
using Concord.Platform.Http;

namespace Concord.Designation.Engagements;

/// <summary>Who is or was in the circle.</summary>
internal sealed record CircleMemberAnswer(string Account, string Why, Signature NamedBy, DateTime NameTime, string? EndReason, Signature? EndedBy, DateTime? EndTime);

/// <summary>A risk in the register.</summary>
/// <param name="Mandatory">Stays in it (R125).</param>
/// <param name="Entries">Oldest first, the last one counts; none where nobody has assessed it.</param>
internal sealed record RiskLine(EngagementRisk Risk, bool Mandatory, IReadOnlyList<RiskEntry> Entries);

/// <summary>A dialogue engagement, to its circle.</summary>
/// <param name="Terms">As they are now.</param>
/// <param name="TermsBy">Who set them; no second person, as nobody is who set earlier ones (R129).</param>
/// <param name="EarlierTerms">Oldest first.</param>
/// <param name="Phase">As last assessed.</param>
/// <param name="SuggestedKind">What the phase speaks for (R122); absent where for neither.</param>
/// <param name="Readiness">Not ready until everything is shown (R126).</param>
/// <param name="Missing">What is to be shown before it can be approved.</param>
/// <param name="Warnings">Forbid nothing.</param>
/// <param name="Phases">Oldest first, as all that follow; the last one of its kind counts.</param>
/// <param name="ReviewOn">Day of the next review (R129).</param>
internal sealed record EngagementAnswer(
    string Name, Classification Classification, EngagementState State, EngagementTerms Terms, Signature TermsBy, IReadOnlyList<TermsVersion> EarlierTerms, RiskPhase Phase, EngagementKind? SuggestedKind, Readiness Readiness,
    IReadOnlyList<MissingItem> Missing, IReadOnlyList<EngagementWarning> Warnings, IReadOnlyList<PhaseAssessment> Phases, IReadOnlyList<Finding> Findings, IReadOnlyList<RiskLine> Risks,
    IReadOnlyList<LegalCheck> LegalChecks, IReadOnlyList<Gesture> Gestures, IReadOnlyList<CircleMemberAnswer> Circle, DateOnly ReviewOn, IReadOnlyList<EngagementStep> Steps, Signature ProposedBy,
    DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static EngagementAnswer Of(Engagement e, Process process, DateTime now)
    {
        var missing = e.Missing(process);
        return new(
            e.Name, e.Classification, e.State, e.Terms, e.Versions[^1].By, [.. e.Versions.SkipLast(1)], e.Phase, e.Phase.SuggestedKind(), missing.Count == 0 ? Readiness.Ready : Readiness.NotReady,
            missing, e.Warnings(process, now), e.Phases, e.Findings, e.RiskRegister(), e.LegalChecks, e.Gestures,
            [.. e.Circle.OrderBy(m => m.NameTime).ThenBy(m => m.Id).Select(m => new CircleMemberAnswer(m.Account, m.Why, m.NamedBy, m.NameTime, m.EndReason, m.EndedBy, m.EndTime))], e.ReviewOn, e.Steps, e.Versions[0].By,
            e.CreateTime, e.UpdateTime, ETag.Of(e));
    }
}
