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

    public static readonly Permission ReadFriends = new("designation.friends.read", "See the Friends of a process that one sees.", ReadProcesses.Roles);

    /// <summary>The role alone is not enough: the caller acts for an organization that leads, on the epoch it read.</summary>
    public static readonly Permission KeepFriends = new("designation.friends.keep", "Choose Friends, give them functions, note how they do and rotate them out, in the lead's name.", Roles.LeadMediator);

    public static readonly Permission ReadFriendNotes = new("designation.friends.readNotes", "See what was noted of Friends, and replied; an officer, of the own organization only.", Roles.MediationSupport, Roles.LeadMediator, Roles.AppointingAuthority, Roles.RegionalOfficer);
    public static readonly Permission AnswerAsFriend = new("designation.friends.answer", "Reply to what was noted of the own organization as a Friend, and leave the group.", Roles.RegionalOfficer);
    public static readonly Permission KeepConduct = new("designation.conduct.keep", "Say which code of conduct counts for a process.", Roles.MediationSupport);
    public static readonly Permission AcceptConduct = new("designation.conduct.accept", "Accept the code of conduct of a process for the own organization.", Roles.RegionalOfficer);
    public static readonly Permission KeepCouncil = new("designation.council.keep", "Draft and issue summary reports to the Security Council, record its missions and follow their recommendations.", Roles.MediationSupport);
    public static readonly Permission ReadMissions = new("designation.missions.read", "See missions, who heads them and what they serve, as far as one's clearance goes.", ReadProcesses.Roles);
    public static readonly Permission KeepMissions = new("designation.missions.keep", "Open a mission, appoint to its posts and say what it serves.", Roles.MediationSupport);

    public static IReadOnlyList<Permission> All { get; } =
    [
        DecideApprovals, ReadProcesses, KeepProcesses, KeepClaims, KeepSupportRoles, ReadProposals, DecideLead, KeepShares,
        ReadFriends, KeepFriends, ReadFriendNotes, AnswerAsFriend, KeepConduct, AcceptConduct, KeepCouncil, ReadMissions, KeepMissions,
    ];
}
