namespace Concord.Contracts.Events;

/// <summary>A service and the types of the facts that it hears.</summary>
public sealed record Listener(string Service, IReadOnlyList<string> Types);

/// <summary>
/// Who hears what. Whoever publishes knows it too, and makes the queue of each listener before the first fact leaves: a broker that lost its queues,
/// or a listener that never ran, then misses none.
/// </summary>
public static class Listeners
{
    public static IReadOnlyList<Listener> All { get; } =
    [
        new("designation",
        [
            OrganizationRegistered.Type, OrganizationRenamed.Type, OrganizationLeft.Type, OrganizationRejoined.Type, ProfileSuspended.Type, ProfileReinstated.Type, ProfileErased.Type, CompartmentKept.Type, AccountHandedOver.Type,
            LeadDesignated.Type, LeadEnded.Type, ClaimConverted.Type, SupportRoleRegistered.Type, SupportRoleEnded.Type,
        ]),
        new("identity", [OrganizationRegistered.Type, OrganizationRenamed.Type, OrganizationLeft.Type, OrganizationRejoined.Type, ProcessRestricted.Type]),
        new("monitoring", [LeadDesignated.Type, LeadEnded.Type, LeadRenamed.Type, ProcessRestricted.Type]),
        new("roster", [AccountHandedOver.Type, LeadDesignated.Type, LeadEnded.Type, ProcessRestricted.Type]),
    ];
}
