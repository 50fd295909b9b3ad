using Concord.Contracts.Access;
using Concord.Platform.Security;

namespace Concord.Monitoring;

internal static class MonitoringPermissions
{
    // Not those who keep the platform or watch its chains: they see no agreement by that alone.
    private static readonly string[] OfProcesses = [.. Roles.OfPeople.Except(Roles.OfKeepers), Roles.Service];

    public static readonly Permission Read = new("monitoring.agreements.read", "See agreements as far as one may: provisions, milestones, schedule, status and score.", OfProcesses);
    public static readonly Permission Write = new("monitoring.agreements.write", "Record agreements, their provisions and milestones, and move their dates.", Roles.HeadOfMission, Roles.MediationSupport);
    public static readonly Permission Claim = new("monitoring.milestones.claim", "Record that a milestone was begun, is claimed or is contested; the milestone asks for a responsible party, the head of mission or the monitor.", OfProcesses);
    public static readonly Permission Verify = new("monitoring.milestones.verify", "Confirm that a milestone was reached.", Roles.Monitor);
    public static readonly Permission Assess = new("monitoring.assessments.write", "Record the status of a provision with its evidence.", Roles.Monitor, Roles.HeadOfMission);
    public static readonly Permission Retract = new("monitoring.assessments.retract", "Retract a status entry made in error, visibly and with a reason.", Roles.Monitor, Roles.HeadOfMission, Roles.MediationSupport);
    public static readonly Permission KeepShares = new("monitoring.shares.keep", "Share an agreement with another organization, end that, and see with whom it is shared.", Roles.HeadOfMission, Roles.MediationSupport);

    public static IReadOnlyList<Permission> All { get; } = [Read, Write, Claim, Verify, Assess, Retract, KeepShares];
}
