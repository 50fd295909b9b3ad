using Concord.Contracts.Access;
using Concord.Platform.Security;

namespace Concord.Platform.Audit;

/// <summary>Who may look into the audit chain of a service. It tells of records of every classification, so <see cref="AuditApi"/> asks for the highest clearance as well.</summary>
internal sealed record AuditPermissions(Permission Read, Permission Export, Permission ReadHeads, Permission Cosign)
{
    public static AuditPermissions Of(string service) => new(
        new Permission($"{service}.audit.read", "Search the audit chain of this service; needs clearance for Strictly Confidential.", Roles.Auditor),
        new Permission($"{service}.audit.export", "Export the audit chain of this service for a check elsewhere; needs clearance for Strictly Confidential.", Roles.Auditor),
        new Permission($"{service}.audit.readHeads", "Read the signed heads of the audit chain of this service, and the proofs that each continues those before it.", Roles.Auditor, Roles.Witness),
        new Permission($"{service}.audit.cosign", "Put a witness's signature under a head of the audit chain of this service.", Roles.Witness));

    public IReadOnlyList<Permission> All => [Read, Export, ReadHeads, Cosign];
}
