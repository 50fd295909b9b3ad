namespace Concord.Portal.Processes;

/// <summary>What the pages show of a process and of who leads and supports it, as the designation service answers it.</summary>
public sealed record Process(
    string Name, string Title, string Situation, IReadOnlyList<string> Countries, string Kind, string SourceOfAuthority, string Classification, string State,
    AppointingAuthority AppointingAuthority, bool Fictional, long LeadEpoch, bool Led, DateTimeOffset CreateTime, DateTimeOffset UpdateTime);

public sealed record AppointingAuthority(string? Organ);

public sealed record Signature(string DisplayName);

public sealed record Claim(
    string Name, string Organization, string? OrganizationDisplayName, string Mandate, string Advantages, string Disadvantages, string State,
    Signature RegisteredBy, DateTimeOffset CreateTime, string? CloseReason, DateTimeOffset? CloseTime)
{
    public bool IsOpen => State == "PROPOSED";
}

public sealed record Lead(long LeadEpoch, [property: System.Text.Json.Serialization.JsonPropertyName("lead")] Designation? Holder);

public sealed record Designation(
    string Name, IReadOnlyList<string> Organizations, string DisplayName, string Model, string? WorkingArrangement, string Reason, long Epoch,
    DateTimeOffset StartTime, DateTimeOffset? EndTime, string? EndReason, Signature ProposedBy, Signature ApprovedBy);

public sealed record SupportRole(
    string Name, string Organization, string? OrganizationDisplayName, string Role, string Scope, DateOnly From, DateOnly? Until, DateTimeOffset? EndTime, string? EndReason)
{
    public bool HasEnded => EndTime is not null;
}

public sealed record StateChange(string? From, string To, string Reason, Signature By, DateTimeOffset Time);
