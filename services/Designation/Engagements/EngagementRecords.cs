using Concord.Designation.Processes;

namespace Concord.Designation.Engagements;

/// <summary>The terms as somebody set them.</summary>
internal sealed record TermsVersion(EngagementTerms Terms, Signature By, DateTime Time);

/// <summary>An assessment of how near atrocities are; the last one counts.</summary>
internal sealed record PhaseAssessment(RiskPhase Phase, string Basis, Signature By, DateTime Time);

/// <summary>What was found on one thing that is to be shown; the last one of a topic counts.</summary>
internal sealed record Finding(FindingTopic Topic, string Text, bool Shown, Signature By, DateTime Time);

/// <summary>What is done about a risk, and at what the talks stop; the last entry of a risk counts. One that was taken out has neither, and says why.</summary>
internal sealed record RiskEntry(EngagementRisk Risk, string? Description, string? Mitigation, string? StopCondition, string? WithdrawReason, Signature By, DateTime Time);

/// <summary>What the law of a jurisdiction says; the last one counts.</summary>
internal sealed record LegalCheck(string Jurisdiction, LegalFinding Sanctions, LegalFinding CounterTerrorism, string Explanation, string CheckedBy, DateOnly CheckedOn, string Source, Signature By, DateTime Time);

/// <summary>A ritual, ceremony or symbolic gesture, planned and later recorded as it was (R130).</summary>
internal sealed record Gesture(int Number, string Plan, string AgreedWith, Signature PlannedBy, DateTime PlanTime, string? Outcome, DateOnly? HeldOn, Signature? RecordedBy, DateTime? RecordTime);

/// <summary>What happened to the engagement: from a state to another, or a review, which leaves it where it is.</summary>
internal sealed record EngagementStep(EngagementState? From, EngagementState To, string Reason, DateOnly? ReviewOn, Signature By, DateTime Time);

/// <summary>Something that has to be shown yet before the engagement can be approved.</summary>
/// <param name="Kind">Which part of the assessment.</param>
/// <param name="Item">Which one: a topic, a risk, a jurisdiction.</param>
/// <param name="Rule">The rule that asks for it.</param>
internal sealed record MissingItem(MissingKind Kind, string Item, string Rule);

internal enum MissingKind
{
    Prerequisite = 1,
    Principle,
    Risk,
    LegalCheck,
}

/// <summary>Something a careful reader should look at; it forbids nothing.</summary>
internal sealed record EngagementWarning(WarningCode Code, string Rule);

internal enum WarningCode
{
    PoliticalWhileAtrocitiesAreNear = 1,
    AfterWidespreadViolence,
    LegalObstacle,
    ReviewOverdue,
    NoLongerReady,
}

/// <summary>Nobody has shown it unless everything is there (R126).</summary>
internal enum Readiness
{
    NotReady = 1,
    Ready,
}
