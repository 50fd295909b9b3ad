using Concord.Portal.Processes;

namespace Concord.Portal.Engagements;

/// <summary>A dialogue engagement as the designation service answers it, to its circle.</summary>
public sealed record Engagement(
    string Name, string Classification, string State, EngagementTerms Terms, IReadOnlyList<EarlierTerms> EarlierTerms, string Phase, string? SuggestedKind, string Readiness, IReadOnlyList<MissingItem> Missing,
    IReadOnlyList<EngagementWarning> Warnings, IReadOnlyList<PhaseAssessment> Phases, IReadOnlyList<Finding> Findings, IReadOnlyList<RiskLine> Risks, IReadOnlyList<LegalCheck> LegalChecks,
    IReadOnlyList<Gesture> Gestures, IReadOnlyList<CircleMember> Circle, DateOnly ReviewOn, IReadOnlyList<EngagementStep> Steps, SignedBy TermsBy, string Etag)
{
    public bool IsReady => Readiness == "READY";

    /// <summary>Nothing is assessed any more; its circle can still change.</summary>
    public bool IsOver => State is "DECLINED" or "CLOSED";

    public IEnumerable<CircleMember> Named => Circle.Where(m => m.EndTime is null);

    /// <summary>Whether something that has to be shown is missing yet.</summary>
    public bool Lacks(string kind, string item) => Missing.Any(m => m.Kind == kind && m.Item == item);

    /// <summary>Whether an account set its terms or put it forward: such a person is no second one.</summary>
    public bool IsOwn(string account) =>
        EarlierTerms.Select(t => t.By).Append(TermsBy).Concat(Steps.Where(s => s is { From: "PROPOSED", To: "ASSESSED" }).TakeLast(1).Select(s => s.By)).Any(by => by.Account == account);
}

public sealed record EngagementTerms(string Group, GroupLabel? Label, string Kind, string Purpose, EngagementTiming Timing, IReadOnlyList<TalksParticipant> Participants);

public sealed record EarlierTerms(SignedBy By);

public sealed record GroupLabel(string Text, string By, DateOnly On);

public sealed record EngagementTiming(string Why, bool WidespreadViolence);

public sealed record TalksParticipant(string Who, string Jurisdiction);

public sealed record MissingItem(string Kind, string Item, string Rule);

public sealed record EngagementWarning(string Code, string Rule);

public sealed record PhaseAssessment(string Phase, string Basis, Signature By, DateTimeOffset Time);

public sealed record Finding(string Topic, string Text, bool Shown, Signature By, DateTimeOffset Time);

public sealed record RiskLine(string Risk, bool Mandatory, IReadOnlyList<RiskEntry> Entries);

public sealed record RiskEntry(string? Description, string? Mitigation, string? StopCondition, string? WithdrawReason, Signature By, DateTimeOffset Time);

public sealed record LegalCheck(string Jurisdiction, string Sanctions, string CounterTerrorism, string Explanation, string CheckedBy, DateOnly CheckedOn, string Source);

public sealed record Gesture(int Number, string Plan, string AgreedWith, string? Outcome, DateOnly? HeldOn);

public sealed record CircleMember(string Account, string Why, Signature NamedBy, DateTimeOffset NameTime, DateTimeOffset? EndTime);

public sealed record EngagementStep(string? From, string To, string Reason, SignedBy By, DateTimeOffset Time);
