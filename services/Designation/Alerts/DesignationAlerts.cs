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

    public static IReadOnlyList<AlertKind> All { get; } = [SecondLeadClaim, NoLead, LeadUnderReview, ProposalExpires];
}
