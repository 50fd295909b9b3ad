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
