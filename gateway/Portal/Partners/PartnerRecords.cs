namespace Concord.Portal.Partners;

/// <summary>An organization as the register has it.</summary>
public sealed record RegisteredOrganization(string Name, string DisplayName, string Kind, DateOnly? LeaveDay, string? LeaveReason);
