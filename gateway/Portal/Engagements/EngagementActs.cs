using Concord.Portal.Frame;

namespace Concord.Portal.Engagements;

/// <summary>What can be done with an engagement, and by whom of its circle; the service decides.</summary>
internal static class EngagementActs
{
    public static readonly string[] Prerequisites = ["TRUST_BUILDING", "ACTOR_MAPPING", "OWN_ROLE", "PREPAREDNESS"];
    public static readonly string[] Principles = ["DEEP_LISTENING", "STEP_BY_STEP_DESIGN", "BALANCED_POWER", "WHERE_PEOPLE_ARE", "WAY_OUT"];
    public static readonly string[] Phases = ["REMOTE", "EMERGING", "IMMINENT", "ONGOING"];
    public static readonly string[] LegalFindings = ["NO_OBSTACLE", "WITH_CONDITIONS", "PROHIBITED"];

    /// <summary>In every register, and never taken out (R125).</summary>
    public const string MandatoryRisk = "TIME_FOR_ATROCITIES";

    private static readonly string[] s_keepers = [Contracts.Access.Roles.MediationSupport, Contracts.Access.Roles.LeadMediator, Contracts.Access.Roles.HeadOfMission];
    private static readonly string[] s_deciders = [Contracts.Access.Roles.MediationSupport, Contracts.Access.Roles.HeadOfMission];

    /// <summary>Whether a way to engagements is worth showing: by the person's own rights and nothing else, so that it tells nothing of whether there is one (R127).</summary>
    public static bool MayHaveEngagements(this Me me) => me.ActsFor is null && me.Roles.Any(s_keepers.Contains) && (me.StepUp?.Clearance ?? me.Clearance) == "STRICTLY_CONFIDENTIAL";

    /// <summary>States that talks can go on to from where they are.</summary>
    public static IReadOnlyList<string> Next(this Engagement engagement) => engagement.State switch
    {
        "PROPOSED" or "ASSESSED" => ["CLOSED"],
        "APPROVED" or "SUSPENDED" => ["ACTIVE", "CLOSED"],
        "ACTIVE" => ["SUSPENDED", "CLOSED"],
        _ => [],
    };

    /// <summary>Whether an act is worth offering as the engagement stands.</summary>
    public static bool Offers(this Engagement engagement, string act, Me me) => act switch
    {
        "addToCircle" => true,
        "edit" => engagement.State is "PROPOSED" or "ASSESSED" or "APPROVED" or "SUSPENDED", // an active one is suspended first
        "removeFromCircle" => engagement.Named.Count() > 1,
        "assess" => engagement.State == "PROPOSED",
        "approve" => engagement.IsReady && engagement.WaitsFor(me),
        "decline" => engagement.WaitsFor(me),
        "advance" => engagement.Next().Count > 0,
        "recordGesture" => !engagement.IsOver && engagement.Gestures.Any(g => g.Outcome is null),
        _ => !engagement.IsOver,
    };

    private static bool WaitsFor(this Engagement engagement, Me me) => engagement.State == "ASSESSED" && me.Roles.Any(s_deciders.Contains) && !engagement.IsOwn(me.Name);
}
