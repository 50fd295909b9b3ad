using Concord.Platform.Audit;

namespace Concord.Monitoring.Milestones;

/// <summary>What happened to a milestone.</summary>
internal enum MilestoneEvent
{
    Started = 1,
    Claimed,
    Verified,
    Contested,
    Rescheduled,
}

/// <summary>Where a milestone stands; only the monitor's verification makes it done (R94, R95).</summary>
internal enum MilestoneState
{
    Planned = 1,
    InProgress,
    Claimed,
    Verified,
    Disputed,
}

/// <summary>One appended entry of a milestone's history.</summary>
internal sealed class MilestoneEntry
{
    public required MilestoneId Milestone { get; init; }
    public required int Ordinal { get; init; }

    /// <summary>The day on which it happened; not the day on which it is recorded.</summary>
    public required DateOnly On { get; init; }
    public required MilestoneEvent Event { get; init; }
    public DateOnly? NewDue { get; init; }

    /// <summary>Who agreed to a new date, by party key.</summary>
    public IReadOnlyList<string> AgreedBy { get; init; } = [];
    public string? Report { get; init; }
    public int? Segment { get; init; }
    public string? Note { get; init; }
    public required string By { get; init; }

    [Personal]
    public required string ByName { get; init; }

    public string? ByOrganization { get; init; }

    /// <summary>Account of who was away and for whom it was recorded; null where for nobody.</summary>
    public string? ActsFor { get; init; }

    /// <summary>Whether this person made the entry, or stands for one who did.</summary>
    public bool IsOf(Person person) => By == person.Subject || ActsFor == person.Subject || (person.ActsFor is { } absent && (By == absent || ActsFor == absent));
    public required DateTime RecordTime { get; init; }
}

/// <summary>What a caller says when it records that something happened to a milestone.</summary>
internal record Happening
{
    /// <summary>The day on which it happened.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The report that shows it.</summary>
    public string? Report { get; init; }
    public int? Segment { get; init; }
    public string? Note { get; init; }
}

/// <summary>A new date for a milestone, and who agreed to it (R94).</summary>
internal sealed record Rescheduling : Happening
{
    public DateOnly? NewDue { get; init; }

    /// <summary>Why; 1 to 1,000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Party keys: every responsible party, or the body that monitors the provision.</summary>
    public IReadOnlyList<string?>? AgreedBy { get; init; }
}
