using Concord.Contracts.Access;
using Concord.Platform.Alerts;

namespace Concord.Designation.Alerts;

/// <summary>Every kind of alert about a process. A new one is a line here, a rule beside it, and its words in six languages.</summary>
internal static class DesignationAlerts
{
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    public static readonly AlertKind SecondLeadClaim = new("SECOND_LEAD_CLAIM", AlertSeverity.Warning, "R48",
        "More than one organization claims to lead the process, or one still does while another leads.",
        DesignationPermissions.ReadProcesses, 2 * s_day, Roles.MediationSupport, Roles.AppointingAuthority, Roles.HeadOfMission);

    public static readonly AlertKind NoLead = new("NO_LEAD", AlertSeverity.Warning, "R28",
        "Talks are being prepared or held, and nobody leads the process.",
        DesignationPermissions.ReadProcesses, 2 * s_day, Roles.AppointingAuthority, Roles.MediationSupport, Roles.HeadOfMission);

    public static readonly AlertKind LeadUnderReview = new("LEAD_UNDER_REVIEW", AlertSeverity.Warning, "R26",
        "The lead names an organization that has left, or a mediator who is suspended or was erased.",
        DesignationPermissions.ReadProcesses, s_day, Roles.AppointingAuthority, Roles.MediationSupport, Roles.HeadOfMission);

    public static readonly AlertKind ProposalExpires = new("PROPOSAL_EXPIRES", AlertSeverity.Notice, "R28",
        "A proposal to change the lead lapses within three days, and nobody has decided on it.",
        DesignationPermissions.ReadProposals, s_day, Roles.AppointingAuthority, Roles.MediationSupport);

    public static readonly AlertKind ParallelTrack = new("PARALLEL_TRACK", AlertSeverity.Warning, "R48",
        "The contacts show a party in talks with third parties that do not work together, or turning from one to another, and nobody has answered that.",
        DesignationPermissions.ReadTracks, 2 * s_day, Roles.LeadMediator, Roles.MediationSupport, Roles.AppointingAuthority);

    public static readonly AlertKind MandateRunsOut = new("MANDATE_RUNS_OUT", AlertSeverity.Notice, "R154",
        "The last day of a mandate comes within thirty days, or is over.",
        DesignationPermissions.ReadProcesses, 5 * s_day, Roles.MediationSupport, Roles.HeadOfMission, Roles.AppointingAuthority);

    public static readonly AlertKind InterimLeadOver = new("INTERIM_LEAD_OVER", AlertSeverity.Warning, "R49",
        "An interim lead has lasted as long as it was meant to, and nobody is designated for good.",
        DesignationPermissions.ReadProcesses, 2 * s_day, Roles.AppointingAuthority, Roles.MediationSupport, Roles.HeadOfMission);

    public static readonly AlertKind NoFramework = new("NO_FRAMEWORK_AGREEMENT", AlertSeverity.Warning, "R52",
        "The parties are at the table without a signed framework agreement.",
        DesignationPermissions.ReadTalks, 2 * s_day, Roles.LeadMediator, Roles.MediationSupport, Roles.HeadOfMission);

    public static readonly AlertKind FrameworkItemsOpen = new("FRAMEWORK_ITEMS_OPEN", AlertSeverity.Notice, "R52",
        "Points of procedure in the framework agreement are not agreed.",
        DesignationPermissions.ReadTalks, 5 * s_day, Roles.LeadMediator, Roles.MediationSupport);

    public static readonly AlertKind NoWomen = new("NO_WOMEN_AT_TABLE", AlertSeverity.Warning, "R56",
        "No woman took part in the last session of the talks.",
        DesignationPermissions.ReadTalks, 2 * s_day, Roles.LeadMediator, Roles.MediationSupport, Roles.HeadOfMission);

    public static readonly AlertKind SpoilerWithoutStrategy = new("SPOILER_WITHOUT_STRATEGY", AlertSeverity.Warning, "R57",
        "Agreement is near or has to hold, and nobody has said how one who may spoil it is dealt with.",
        DesignationPermissions.ReadSpoilers, 2 * s_day, Roles.LeadMediator, Roles.MediationSupport);

    public static readonly AlertKind ConductNotAccepted = new("CONDUCT_NOT_ACCEPTED", AlertSeverity.Notice, "R36",
        "Not everybody who leads, supports or is a Friend has accepted the code of conduct.",
        DesignationPermissions.ReadProcesses, 5 * s_day, Roles.MediationSupport, Roles.AppointingAuthority);

    public static readonly AlertKind ManyFriends = new("MANY_FRIENDS", AlertSeverity.Notice, "R37",
        "The process has more Friends than are manageable.",
        DesignationPermissions.ReadFriends, 5 * s_day, Roles.LeadMediator, Roles.MediationSupport);

    public static readonly AlertKind EngagementReviewOver = new("ENGAGEMENT_REVIEW_OVER", AlertSeverity.Warning, "R129",
        "A dialogue engagement goes on although the day of its review is past.",
        DesignationPermissions.ReadEngagements, s_day, Roles.HeadOfMission, Roles.MediationSupport);

    public static IReadOnlyList<AlertKind> All { get; } =
    [
        SecondLeadClaim, NoLead, LeadUnderReview, ProposalExpires, ParallelTrack, MandateRunsOut, InterimLeadOver, NoFramework, FrameworkItemsOpen, NoWomen, SpoilerWithoutStrategy, ConductNotAccepted,
        ManyFriends, EngagementReviewOver,
    ];

    /// <summary>Of what is there for the accounts of a circle alone (R127): nobody else is told, and no fact of it is raised.</summary>
    public static IReadOnlyList<string> OfCircle { get; } = [EngagementReviewOver.Code];
}
