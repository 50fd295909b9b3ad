namespace Concord.Contracts.Access;

/// <summary>
/// What a partner's system may be registered for: the names of the permissions that a machine can use, of every service. A scope opens nothing that the roles do not carry.
/// A permission that is not listed here is for people only.
/// </summary>
public static class MachineScopes
{
    private static readonly string[] s_ofChains = ["audit.cosign", "audit.export", "audit.read", "audit.readHeads"];

    private static readonly string[] s_services = ["designation", "identity", "monitoring", "partners", "roster"];

    public static IReadOnlyList<string> All { get; } =
    [
        .. ((string[])
        [
            "designation.claims.keep", "designation.processes.keep", "designation.processes.read", "designation.proposals.read", "designation.supportRoles.keep",
            "designation.friends.read", "designation.missions.read",
            "identity.me.read",
            "monitoring.agreements.read", "monitoring.agreements.write", "monitoring.assessments.retract", "monitoring.assessments.write", "monitoring.milestones.claim", "monitoring.milestones.verify",
            "partners.organizations.read", "partners.organizations.register", "partners.reference.read",
            "roster.profiles.edit", "roster.profiles.export", "roster.profiles.import", "roster.profiles.read", "roster.profiles.search",
            "designation.alerts.read",
            .. s_services.SelectMany(service => s_ofChains.Select(scope => $"{service}.{scope}")),
        ]).Order(StringComparer.Ordinal),
    ];
}
