using Concord.Contracts.Access;

namespace Concord.Identity.Clients;

/// <summary>What a client may do, and until when.</summary>
internal sealed record MachineRights(bool Active, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes, Classification Clearance, DateTime ExpireTime)
{
    /// <summary>What two administrators agree on before a machine has it: to read the audit chains, and to see what is Strictly Confidential.</summary>
    public bool AreHigh => Active && (Clearance == Classification.StrictlyConfidential || Roles.Intersect(Contracts.Access.Roles.OfKeepers).Any());

    /// <summary>Whether the other ones are no more than these.</summary>
    public bool Cover(MachineRights other) => !other.Active
        || (Active && Clearance >= other.Clearance && ExpireTime >= other.ExpireTime && !other.Roles.Except(Roles).Any() && !other.Scopes.Except(Scopes).Any());
}
