using Concord.Portal.Access;

namespace Concord.Portal.Deployments;

/// <summary>What the pages show of one person who is sent, as the roster service answers it (R12, R15, R21).</summary>
public sealed record Deployment(
    string Name, string Request, string Profile, string Classification, string? Function, string Mode, DateOnly FirstDay, DateOnly LastDay, string State, LeadAgreement? LeadAgreement, string? Tasks, string? ReportsTo,
    Clearance Security, Clearance Travel, IReadOnlyList<Briefing> Briefings, DateTimeOffset? ConfirmTime, DateTimeOffset? DepartTime, DateTimeOffset? ReturnTime, DateTimeOffset? CancelTime, string? CancelReason,
    DateTimeOffset CreateTime, string Etag)
{
    /// <summary>Whether it can still change.</summary>
    public bool IsOpen => State is "PLANNED" or "CONFIRMED" or "DEPARTED";
}

/// <summary>That the lead of the process agrees that the person has other work on the same days (R15).</summary>
public sealed record LeadAgreement(string Organization, DateTimeOffset Time);

public sealed record Clearance(string State, string? Reference, DateOnly? ValidUntil);

public sealed record Briefing(DateOnly On, string BriefedBy, IReadOnlyList<string> Topics);

/// <summary>That there was a check-in, without what was noted.</summary>
public sealed record CheckInEntry(string Name, DateOnly On, string Kind, bool HasNote, ActPerson RecordedBy, DateTimeOffset CreateTime);

public sealed record CheckInRead(CheckInEntry CheckIn, string? Note);
