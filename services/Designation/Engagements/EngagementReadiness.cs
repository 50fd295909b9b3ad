using Concord.Designation.Processes;

namespace Concord.Designation.Engagements;

/// <summary>What is shown, what is missing, and what a careful reader is warned of. Nothing is ready that nobody has shown (R126).</summary>
internal static class EngagementReadiness
{
    public static IReadOnlyList<MissingItem> Missing(this Engagement engagement, Process process) =>
    [
        .. Unshown(engagement, EngagementLists.Prerequisites).Select(t => new MissingItem(MissingKind.Prerequisite, ProcessAnswers.Text(t), "R124")),
        .. process.Kind == ProcessKind.PreventiveDialogue ? Unshown(engagement, EngagementLists.Principles).Select(t => new MissingItem(MissingKind.Principle, ProcessAnswers.Text(t), "R130")) : [],
        .. Enum.GetValues<EngagementRisk>().Where(r => !IsAnswered(engagement.Of(r))).Select(r => new MissingItem(MissingKind.Risk, ProcessAnswers.Text(r), "R125")),
        .. engagement.Jurisdictions().Where(j => engagement.LegalChecks.All(c => c.Jurisdiction != j)).Select(j => new MissingItem(MissingKind.LegalCheck, j, "R128")),
    ];

    public static IReadOnlyList<EngagementWarning> Warnings(this Engagement engagement, Process process, DateTime now)
    {
        var warnings = new List<EngagementWarning>();
        Warn(engagement.Terms.Kind == EngagementKind.PoliticalDialogue && engagement.Phase.IsNear(), WarningCode.PoliticalWhileAtrocitiesAreNear, "R122");
        Warn(engagement.Terms.Timing?.WidespreadViolence == true, WarningCode.AfterWidespreadViolence, "R123");
        Warn(engagement.Jurisdictions().Any(j => engagement.LegalChecks.LastOrDefault(c => c.Jurisdiction == j) is { } last && last.IsObstacle()), WarningCode.LegalObstacle, "R128");
        Warn(engagement.IsReviewOverdue(now), WarningCode.ReviewOverdue, "R129");
        Warn(engagement.State is EngagementState.Approved or EngagementState.Active or EngagementState.Suspended && engagement.Missing(process).Count > 0, WarningCode.NoLongerReady, "R126");
        return warnings;

        void Warn(bool holds, WarningCode code, string rule)
        {
            if (holds)
            {
                warnings.Add(new EngagementWarning(code, rule));
            }
        }
    }

    /// <summary>What the phase speaks for; null where it speaks for neither (R122).</summary>
    public static EngagementKind? SuggestedKind(this RiskPhase phase) => phase switch
    {
        RiskPhase.Remote => EngagementKind.PoliticalDialogue,
        RiskPhase.Imminent or RiskPhase.Ongoing => EngagementKind.HumanitarianDialogue,
        _ => null,
    };

    public static RiskEntry? Of(this Engagement engagement, EngagementRisk risk) => engagement.Risks.LastOrDefault(r => r.Risk == risk);

    /// <summary>All that can go wrong, assessed or not (R125).</summary>
    public static IReadOnlyList<RiskLine> RiskRegister(this Engagement engagement) =>
        [.. Enum.GetValues<EngagementRisk>().Select(r => new RiskLine(r, r == EngagementRisk.TimeForAtrocities, [.. engagement.Risks.Where(e => e.Risk == r)]))];

    public static IEnumerable<string> Jurisdictions(this Engagement engagement) => engagement.Terms.Participants!.Select(p => p.Jurisdiction!).Distinct().Order(StringComparer.Ordinal);

    private static bool IsObstacle(this LegalCheck check) => check.Sanctions != LegalFinding.NoObstacle || check.CounterTerrorism != LegalFinding.NoObstacle;

    private static bool IsAnswered(RiskEntry? entry) => entry is { Mitigation: not null, StopCondition: not null } or { WithdrawReason: not null };

    private static IEnumerable<FindingTopic> Unshown(Engagement engagement, IEnumerable<FindingTopic> topics) => topics.Where(t => engagement.Findings.LastOrDefault(f => f.Topic == t) is not { Shown: true });
}
