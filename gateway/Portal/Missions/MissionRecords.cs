using Concord.Portal.Processes;

namespace Concord.Portal.Missions;

/// <summary>What the pages show of a field mission, as the designation service answers it.</summary>
public sealed record Mission(
    string Name, string Title, IReadOnlyList<string> Countries, Mandate Mandate, bool MandateExpired, string Classification, string? HeadOfMission, IReadOnlyList<string> Deputies,
    IReadOnlyList<string> Processes, IReadOnlyList<string> Agreements, DateTimeOffset? CloseTime, string? CloseReason);

public sealed record Mandate(string Organ, string Reference, DateOnly? ExpireOn);

public sealed record MissionTerm(string Name, string Post, string Account, string Reason, Signature? AppointedBy, DateTimeOffset StartTime, DateTimeOffset? EndTime, string? EndReason);
