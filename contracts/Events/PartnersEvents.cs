namespace Concord.Contracts.Events;

/// <summary>An organization can now hold accounts and register roles (R65, R83).</summary>
public sealed record OrganizationRegistered(string Organization, string DisplayName, string Acronym, string Kind, long Version, DateTime RegisterTime) : IEvent
{
    public static string Type => "concord.partners.organization.registered.v1";
    public string Subject => Organization;
}

/// <summary>The name by which people know the organization changed.</summary>
public sealed record OrganizationRenamed(string Organization, string DisplayName, string Acronym, long Version, DateTime RenameTime) : IEvent
{
    public static string Type => "concord.partners.organization.renamed.v1";
    public string Subject => Organization;
}

/// <summary>The organization takes part no more: nobody acts for it, and it claims nothing new. What it did stays.</summary>
/// <param name="Organization">Resource name of the organization.</param>
/// <param name="Reason">Why, in the words of whoever recorded it.</param>
/// <param name="Version">Version of the organization after the change.</param>
/// <param name="LeaveTime">Since when it counts, UTC.</param>
public sealed record OrganizationLeft(string Organization, string Reason, long Version, DateTime LeaveTime) : IEvent
{
    public static string Type => "concord.partners.organization.left.v1";
    public string Subject => Organization;
}

/// <summary>An organization that had left takes part again; what ended when it left stays ended.</summary>
/// <param name="Organization">Resource name of the organization.</param>
/// <param name="Version">Version of the organization after the change.</param>
/// <param name="RejoinTime">Since when, UTC.</param>
public sealed record OrganizationRejoined(string Organization, long Version, DateTime RejoinTime) : IEvent
{
    public static string Type => "concord.partners.organization.rejoined.v1";
    public string Subject => Organization;
}
