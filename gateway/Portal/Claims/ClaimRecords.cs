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

public sealed record ComparedStatement(string Criterion, string Statement, string Evidence, bool OfItself, string AuthorDisplayName, DateTimeOffset Time);

public sealed record ComparedAcceptance(string Party, string Position, DateOnly On, string Source);

/// <summary>A round of consultation; whom it asks is told only to those who keep it.</summary>
public sealed record Consultation(
    string Name, string Question, IReadOnlyList<AskedOrganization>? Organizations, DateTimeOffset DeadlineTime, string State, Signature OpenedBy, DateTimeOffset CreateTime, string? Summary, DateTimeOffset? CloseTime)
{
    public bool IsOpen => State == "OPEN";
}

public sealed record AskedOrganization(string Organization, string? DisplayName);

public sealed record Position(
    string Organization, string? OrganizationDisplayName, string Stance, string? About, string? AboutDisplayName, string Reasons, int Revision, bool Current, bool ShowToOthers, DateTimeOffset CreateTime);

/// <summary>Where a document is found.</summary>
public sealed record DocumentReference(string Title, string? Symbol, string? Address, string? Archive);

public sealed record Mandate(
    string Name, string? Organization, string? OrganizationDisplayName, string Organ, string Reference, DateOnly AdoptedOn, string Summary, DateOnly? ExpireOn, string Standing, IReadOnlyList<DocumentReference> Documents,
    IReadOnlyList<Renewal> Renewals, string? EndReason);

public sealed record Renewal(string Reference, DateOnly AdoptedOn, DateOnly? ExpireOn);

public sealed record Endorsement(
    string Name, string Organ, string? OrganName, string Scope, DateOnly RequestedOn, IReadOnlyList<DocumentReference> Documents, string State, string? Symbol, DateOnly? AdoptedOn, string? Text, bool RolesToClarify,
    string? Clarification, DateOnly? ClosedOn, string? CloseReason);
