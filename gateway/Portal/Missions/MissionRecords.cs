using Concord.Portal.Frame;
using Concord.Portal.Processes;

namespace Concord.Portal.Missions;

/// <summary>What the pages show of a field mission, as the designation service answers it.</summary>
public sealed record Mission(
    string Name, string Title, IReadOnlyList<string> Countries, Mandate Mandate, bool MandateExpired, string Classification, string? HeadOfMission, IReadOnlyList<string> Deputies,
    IReadOnlyList<string> Processes, IReadOnlyList<string> Agreements, DateTimeOffset? CloseTime, string? CloseReason, string Etag);

public sealed record Mandate(string Organ, string Reference, DateOnly? ExpireOn);

public sealed record MissionTerm(string Name, string Post, string Account, string Reason, Signature? AppointedBy, DateTimeOffset StartTime, DateTimeOffset? EndTime, string? EndReason);

internal static class MissionWords
{
    public static readonly string[] Posts = ["HEAD_OF_MISSION", "DEPUTY"];

    /// <summary>Whether a way to open and keep missions is worth showing; the service decides.</summary>
    public static bool KeepsMissions(this Me me) => me.Roles.Contains(Contracts.Access.Roles.MediationSupport);
}
