using Concord.Portal.Access;

namespace Concord.Portal.Assessments;

/// <summary>That somebody assessed an attribute, without what was found.</summary>
public sealed record AssessmentEntry(string Name, string Criterion, DateOnly On, ActPerson AssessedBy, string? Organization, string State, bool Replied);

/// <summary>What was found, and what the person says to it.</summary>
public sealed record Assessment(
    string Name, string Criterion, DateOnly On, string Finding, string BasedOn, IReadOnlyList<ReviewFlag> Flags, ActPerson AssessedBy, string? Organization, string State, string? WithdrawReason,
    ActPerson? WithdrawnBy, DateTimeOffset? WithdrawTime, string? Reply, DateTimeOffset? ReplyTime, string Etag)
{
    public const string Recorded = "RECORDED";
}

public sealed record ReviewFlag(string Kind, string Reason);
