using Concord.Contracts.Access;
using Concord.Platform.Security;

namespace Concord.Designation;

internal static class DesignationPermissions
{
    public static readonly Permission ReadProcesses = new("designation.processes.read", "See processes, claims, support roles and who leads, as far as one's clearance goes.",
        [.. Roles.OfPeople.Except(Roles.OfKeepers), Roles.Service]);

    public static readonly Permission KeepProcesses = new("designation.processes.keep", "Open a process, change its entry and advance its state.", Roles.MediationSupport);
    public static readonly Permission KeepClaims = new("designation.claims.keep", "Register, withdraw and convert the own organization's claims to lead.", Roles.RegionalOfficer);
    public static readonly Permission KeepSupportRoles = new("designation.supportRoles.keep", "Register and end the own organization's support roles.", Roles.RegionalOfficer);
    public static readonly Permission ReadProposals = new("designation.proposals.read", "See who was proposed to lead, the comparison and the reasons.", Roles.AppointingAuthority, Roles.MediationSupport);

    /// <summary>The role alone is not enough: the process names the persons of its appointing authority.</summary>
    public static readonly Permission DecideLead = new("designation.lead.decide", "Propose and decide who leads a process whose appointing authority one is named in.", Roles.AppointingAuthority);

    public static readonly Permission DecideApprovals = new("designation.approvals.decide", "Decide, as a second person, on a lower classification of a process that one sees.", Roles.MediationSupport);

    public static readonly Permission KeepShares = new("designation.shares.keep", "Share a process with another organization, end that, and see with whom it is shared.", Roles.MediationSupport);

    /// <summary>The role alone is not enough for this and the two that follow: the engagement names the accounts of its circle (R127).</summary>
    public static readonly Permission ReadEngagements = new("designation.engagements.read", "See a dialogue engagement with an armed group whose circle names one.", Roles.MediationSupport, Roles.LeadMediator, Roles.HeadOfMission);

    public static readonly Permission KeepEngagements = new("designation.engagements.keep", "Propose a dialogue engagement with an armed group, assess, run and review one whose circle names one, and name others in it.", Roles.MediationSupport, Roles.LeadMediator, Roles.HeadOfMission);
    public static readonly Permission DecideEngagements = new("designation.engagements.decide", "Decide, as a second person, on a dialogue engagement whose circle names one.", Roles.MediationSupport, Roles.HeadOfMission);

    public static IReadOnlyList<Permission> All { get; } = [DecideApprovals, ReadProcesses, KeepProcesses, KeepClaims, KeepSupportRoles, ReadProposals, DecideLead, KeepShares,
        ReadEngagements, KeepEngagements, DecideEngagements];
}
