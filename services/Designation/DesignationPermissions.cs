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

    public static readonly Permission ReadAlerts = new("designation.alerts.read", "See alerts about processes that one sees, of the kinds that one may see.", [.. ReadProcesses.Roles.Except([Roles.Service])]);
    public static readonly Permission SettleAlerts = new("designation.alerts.settle", "Acknowledge and resolve alerts that ask one's role.",
        Roles.MediationSupport, Roles.LeadMediator, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.RegionalOfficer);

    public static IReadOnlyList<Permission> All { get; } = [DecideApprovals, ReadProcesses, KeepProcesses, KeepClaims, KeepSupportRoles, ReadProposals, DecideLead, KeepShares, ReadAlerts, SettleAlerts];
}
