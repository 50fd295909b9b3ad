using Concord.Portal.Access;
using Concord.Portal.Roster;

namespace Concord.Portal.Standby;

/// <summary>What the pages show of a request for people on standby, as the roster service answers it (R12, R13, R24).</summary>
public sealed record StandbyRequest(
    string Name, string Organization, ActPerson RequestedBy, string Requester, string? Process, string Classification, string Country, string? Place, string Purpose, IReadOnlyList<string> Tasks,
    IReadOnlyList<string> Functions, IReadOnlyList<string> Themes, int People, string Mode, DateOnly NeededBy, DateOnly FirstDay, DateOnly LastDay, string State, SupportPackage Package, IReadOnlyList<string> Missing,
    DateTimeOffset DueTime, DateTimeOffset? AcknowledgeTime, DateTimeOffset? IdentifyTime, DateTimeOffset? FundTime, DateTimeOffset? ApproveTime, ActPerson? ApprovedBy, DateTimeOffset? DepartTime, DateTimeOffset? CompleteTime, DateTimeOffset? DeclineTime, string? DeclineReason,
    DateOnly? ReviewDueOn, string? Review, DateTimeOffset CreateTime, string Etag) : IMarked
{
    public bool Synthetic => false;

    /// <summary>Whether somebody can still be planned, called and sent.</summary>
    public bool IsOpen => State is "REQUESTED" or "ACKNOWLEDGED" or "APPROVED";
}

public sealed record SupportPackage(string? ProcessExperts, string? ThematicExperts, Funding? Funding, string? Logistics, string? GenderAdviser, IReadOnlyList<string>? GenderAdvicePhases = null)
{
    /// <summary>Of talks, in which advice on gender is to be present.</summary>
    public static readonly IReadOnlyList<string> Phases = ["AGENDA_SETTING", "SUBSTANTIVE_TALKS", "IMPLEMENTATION"];
}

public sealed record Funding(decimal? Amount, string? Currency, string? Source);

/// <summary>That a person was called, without what was said.</summary>
public sealed record CallEntry(
    string Name, string Profile, DateTimeOffset CallTime, string Outcome, bool HasRemark, ActPerson RecordedBy, bool ByLink, DateTimeOffset? LinkExpireTime, DateTimeOffset? AnswerTime, DateTimeOffset CreateTime, string Etag);

public sealed record CallRead(CallEntry Call, string? Remark);

/// <summary>A link that is shown this once.</summary>
public sealed record LinkShown(CallEntry Call, string Token, DateTimeOffset ExpireTime);

public sealed record CallFigures(int Calls, int People, int Accepted, int Declined, int Open);

/// <summary>What whoever holds a link is told.</summary>
public sealed record CallQuestion(string AskedBy, string Told, DateOnly FirstDay, DateOnly LastDay, string Mode, DateTimeOffset ExpireTime);

/// <summary>What a request lacks before people leave.</summary>
public sealed record Readiness(IReadOnlyList<string> Missing, int PeopleShort, IReadOnlyList<DeploymentReadiness> Deployments);

public sealed record DeploymentReadiness(string Deployment, string Profile, IReadOnlyList<string> Gaps);

/// <summary>How long one step took (R25); absent where none came so far.</summary>
public sealed record StepFigures(int Count, double? MedianHours, double? NinetiethHours);

public sealed record MountingFigures(string? Region, int Requests, int Declined, StepFigures Acknowledged, StepFigures Identified, StepFigures Funded, StepFigures Approved, StepFigures Departed, int DepartedInTime, double? ShareInTime);

public sealed record StandbyFigures(MountingFigures All, IReadOnlyList<MountingFigures> Regions);
