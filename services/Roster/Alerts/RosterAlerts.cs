using Concord.Contracts.Access;
using Concord.Platform.Alerts;

namespace Concord.Roster.Alerts;

/// <summary>Every kind of alert about people on standby and requests for them. A new one is a line here, a rule beside it, and its words in six languages.</summary>
internal static class RosterAlerts
{
    private static readonly TimeSpan s_hours = TimeSpan.FromHours(4);
    private static readonly TimeSpan s_day = TimeSpan.FromDays(1);

    public static readonly AlertKind DeadlineNear = new("STANDBY_DEADLINE_NEAR", AlertSeverity.Warning, "R12",
        "The time within which people on standby have to depart is soon over, and they have not.",
        RosterPermissions.ReadStandby, s_hours, Roles.MediationSupport, Roles.AppointingAuthority);

    public static readonly AlertKind DeadlinePassed = new("STANDBY_DEADLINE_PASSED", AlertSeverity.Critical, "R12",
        "The time within which people on standby have to depart is over, and they have not.",
        RosterPermissions.ReadStandby, s_hours, Roles.MediationSupport, Roles.AppointingAuthority);

    public static readonly AlertKind NotBriefed = new("DISPATCHED_WITHOUT_BRIEFING", AlertSeverity.Warning, "R21",
        "Somebody has departed whom nobody has briefed.",
        RosterPermissions.ReadDeployments, s_day, Roles.MediationSupport, Roles.AppointingAuthority);

    public static readonly AlertKind ReviewOverdue = new("STANDBY_REVIEW_OVERDUE", AlertSeverity.Notice, "R133",
        "The after-action review of a deployment is due, and nobody has recorded it.",
        RosterPermissions.ReadStandby, 5 * s_day, Roles.MediationSupport, Roles.AppointingAuthority);

    public static readonly AlertKind AgreementAsked = new("LEAD_AGREEMENT_ASKED", AlertSeverity.Warning, "R15",
        "Somebody who is sent has other work on the same days, one of the two from afar, and the lead of the process has not agreed to that.",
        RosterPermissions.AgreeDeployments, s_day, Roles.LeadMediator, Roles.MediationSupport);

    public static readonly AlertKind ContractEnds = new("STANDBY_CONTRACT_ENDS", AlertSeverity.Notice, "R14",
        "The standby contract of a person on the roster ends soon, or ended within the last month.",
        RosterPermissions.ReadProfiles, 5 * s_day, Roles.MediationSupport, Roles.RegionalOfficer);
}
