using Concord.Portal.Components;
using Concord.Portal.Frame;
using Concord.Portal.Processes;

namespace Concord.Portal.Council;

/// <summary>A summary report to the Security Council as the designation service answers it (R41).</summary>
public sealed record CouncilSummary(
    string Name, DateOnly From, DateOnly Until, string Classification, string State, string? Corrects, IReadOnlyList<string>? CorrectedBy, IReadOnlyList<SummarySection> Sections, SignedBy DraftedBy, SignedBy EditedBy,
    Signature? IssuedBy, DateTimeOffset? IssueTime, DateTimeOffset CreateTime, string Etag)
{
    public bool IsDraft => State == "DRAFT";

    /// <summary>What is said of one thing; null where the draft has no such section.</summary>
    public string? Of(string section) => Sections.FirstOrDefault(s => s.Section == section)?.Text;

    /// <summary>Under a lower classification than the process, whoever wrote it does not issue it.</summary>
    public bool WaitsForAnother(Process process, Me me) =>
        Array.IndexOf(CouncilWords.Labels, Classification) < Array.IndexOf(CouncilWords.Labels, process.Classification) && (DraftedBy.Account == me.Name || EditedBy.Account == me.Name);
}

public sealed record SummarySection(string Section, string Text);

/// <summary>A mission of the Security Council (R42).</summary>
public sealed record CouncilMission(
    string Name, string Objective, string Coordination, DateOnly From, DateOnly Until, IReadOnlyList<CouncilMember> Members, Signature RecordedBy, DateTimeOffset CreateTime, DateTimeOffset? WithdrawTime, string? WithdrawReason);

public sealed record CouncilMember(string Organization, string? OrganizationDisplayName);

public sealed record Recommendation(string Name, string Text, string Status, IReadOnlyList<RecommendationStep> FollowUps);

public sealed record RecommendationStep(string Status, string Text, Signature By, DateTimeOffset Time);

internal static class CouncilWords
{
    public static readonly string[] Labels = ["UNCLASSIFIED", "CONFIDENTIAL", "STRICTLY_CONFIDENTIAL"];
    public static readonly string[] Sections = ["PROGRESS", "LEAD", "AGREEMENTS_REACHED", "NEXT_STEPS", "SUPPORT_OF_THE_COUNCIL"];
    public static readonly string[] Statuses = ["OPEN", "UNDER_WAY", "CARRIED_OUT", "NOT_PURSUED"];

    /// <summary>Whether the forms are worth showing; the service decides.</summary>
    public static bool KeepsCouncil(this Me me) => me.Roles.Contains(Contracts.Access.Roles.MediationSupport);

    public static Tone Tone(this Recommendation recommendation) => recommendation.Status switch
    {
        "CARRIED_OUT" => Components.Tone.Good,
        "OPEN" or "UNDER_WAY" => Components.Tone.Wait,
        _ => Components.Tone.Idle,
    };
}
