namespace Concord.Designation.Engagements;

/// <summary>What a dialogue with an armed group is for (R122).</summary>
internal enum EngagementKind
{
    /// <summary>Short-term relief and the protection of civilians, where atrocities are imminent or ongoing.</summary>
    HumanitarianDialogue = 1,

    /// <summary>Resolution of the conflict and grievances of communities, upstream, where the risk is remote.</summary>
    PoliticalDialogue,
}

/// <summary>How near atrocities are, as somebody assessed it on a day (R122).</summary>
internal enum RiskPhase
{
    Remote = 1,
    Emerging,
    Imminent,
    Ongoing,
}

/// <summary>Where an engagement stands (R129).</summary>
internal enum EngagementState
{
    Proposed = 1,
    Assessed,
    Approved,
    Declined,
    Active,
    Suspended,
    Closed,
}

/// <summary>What is to be shown before an engagement is approved: the prerequisites of any (R124), and what preventive dialogue rests on beside them (R130).</summary>
internal enum FindingTopic
{
    TrustBuilding = 1,
    ActorMapping,
    OwnRole,
    Preparedness,
    DeepListening,
    StepByStepDesign,
    BalancedPower,
    WherePeopleAre,
    WayOut,
}

/// <summary>What can go wrong (R125).</summary>
internal enum EngagementRisk
{
    /// <summary>The group talks to win time for planning atrocities; in every register, and never taken out.</summary>
    TimeForAtrocities = 1,
    Legitimisation,
    Safety,
    Reputation,
}

/// <summary>What the law of a jurisdiction says of talks with this group (R128).</summary>
internal enum LegalFinding
{
    NoObstacle = 1,
    WithConditions,
    Prohibited,
}

internal static class EngagementLists
{
    public static IReadOnlyList<FindingTopic> Prerequisites { get; } = [FindingTopic.TrustBuilding, FindingTopic.ActorMapping, FindingTopic.OwnRole, FindingTopic.Preparedness];

    public static IReadOnlyList<FindingTopic> Principles { get; } = [FindingTopic.DeepListening, FindingTopic.StepByStepDesign, FindingTopic.BalancedPower, FindingTopic.WherePeopleAre, FindingTopic.WayOut];

    public static bool IsNear(this RiskPhase phase) => phase is RiskPhase.Imminent or RiskPhase.Ongoing;

    /// <summary>No more acts but its reading.</summary>
    public static bool IsOver(this EngagementState state) => state is EngagementState.Declined or EngagementState.Closed;
}
