using Concord.Portal.Processes;

namespace Concord.Portal.Claims;

/// <summary>One point by which actors are looked at as mediators, as the designation service answers it; its words are ours.</summary>
public sealed record Criterion(string Code, string Side, string Source, IReadOnlyList<string> Kinds);

public sealed record CriteriaOfKind(IReadOnlyList<Criterion> Criteria);

/// <summary>What an organization says of itself by one criterion.</summary>
public sealed record SelfStatement(string Criterion, string Statement, string Evidence);

/// <summary>On what an organization acts, and until when.</summary>
public sealed record ClaimMandate(string Organ, string Reference, DateOnly AdoptedOn, DateOnly? ExpireOn);

/// <summary>Everybody who may lead, side by side.</summary>
public sealed record Compared(IReadOnlyList<Criterion> Criteria, IReadOnlyList<ComparedCandidate> Candidates);

public sealed record ComparedCandidate(
    string Organization, string? OrganizationDisplayName, string? ActorKind, string? Claim, string? Advantages, string? Disadvantages,
    IReadOnlyList<ComparedStatement> Statements, IReadOnlyList<ComparedAcceptance> Acceptance);

public sealed record ComparedStatement(string? Name, string Criterion, string Statement, string Evidence, bool OfItself, string? Author, string AuthorDisplayName, DateTimeOffset Time);

public sealed record ComparedAcceptance(string Name, string Party, string Position, DateOnly On, string Source, string? RecordedBy);

/// <summary>A round of consultation; whom it asks is told only to those who keep it.</summary>
public sealed record Consultation(
    string Name, string Question, IReadOnlyList<AskedOrganization>? Organizations, DateTimeOffset DeadlineTime, string State, Signature OpenedBy, DateTimeOffset CreateTime, string? Summary, DateTimeOffset? CloseTime)
{
    public bool IsOpen => State == "OPEN";
}

public sealed record AskedOrganization(string Organization, string? DisplayName);

public sealed record Position(
    string Organization, string? OrganizationDisplayName, string Stance, string? About, string? AboutDisplayName, string Reasons, int Revision, bool Current, bool ShowToOthers, DateTimeOffset CreateTime);
