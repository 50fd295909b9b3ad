using Concord.Portal.Access;
using Concord.Portal.Roster;

namespace Concord.Portal.SupportDesk;

/// <summary>What the pages show of a request to the desk, as the roster service answers it (R147).</summary>
public sealed record SupportRequest(
    string Name, string Organization, ActPerson AskedBy, string Requester, string Title, string Purpose, string Place, IReadOnlyList<string> Expertise, IReadOnlyList<string> Languages, DateOnly? StartDate, int? Days,
    string? Process, string? FocalPoints, string Classification, string State, string Urgency, string? Kind, DateTimeOffset DueTime, bool Overdue, ActPerson? Assignee, string? Outcome, string? AnswerText,
    IReadOnlyList<string> Provided, string? RedirectedTo, string? Usefulness, string? Feedback, DateTimeOffset CreateTime, DateTimeOffset? TriageTime, DateTimeOffset? AssignTime, DateTimeOffset? AnswerTime,
    DateTimeOffset? CloseTime, string Etag) : IMarked
{
    public bool Synthetic => false;

    /// <summary>Whether the asker still waits.</summary>
    public bool Waits => AnswerTime is null;
}

public sealed record SupportDuration(int Count, double MedianHours, double NinetiethHours);

public sealed record SupportGroup(string Of, int Received, int Open, int Overdue, SupportDuration? ToAnswer);

public sealed record SupportFigures(
    int Received, int Open, int Overdue, SupportDuration? ToTriage, SupportDuration? ToAssignment, SupportDuration? ToAnswer, SupportDuration? ToClosing, IReadOnlyList<SupportGroup> ByUrgency,
    IReadOnlyList<SupportGroup> ByKind, IReadOnlyList<SupportGroup> ByRegion);
