using Concord.Platform.Errors;

namespace Concord.Monitoring.Agreements;

/// <summary>A date to name in a new agreement, from which deadlines are counted.</summary>
/// <param name="Key">Short key, unique in the agreement.</param>
/// <param name="Title">What happens on that day; 1 to 200 characters.</param>
/// <param name="PlannedOn">As the agreement has it: the baseline, kept for good (R93).</param>
internal sealed record NewAnchor(string? Key, string? Title, DateOnly? PlannedOn);

/// <summary>A moment of the agreement from which deadlines are counted. It may move; what it was and why it moved stays (R93).</summary>
internal sealed class Anchor
{
    private readonly List<AnchorChange> _changes = [];

    private Anchor() { } // EF

    public AgreementId Agreement { get; private init; }
    public string Key { get; private init; } = "";
    public int Ordinal { get; private init; }
    public string Title { get; private init; } = "";
    public DateOnly PlannedOn { get; private init; }
    public DateOnly? OccurredOn { get; private set; }
    public string? OccurredReport { get; private set; }
    public int? OccurredSegment { get; private set; }
    public IReadOnlyList<AnchorChange> Changes => _changes;

    public static Anchor Of(AgreementId agreement, NewAnchor anchor, int ordinal, Violations check) => new()
    {
        Agreement = agreement,
        Ordinal = ordinal,
        Key = check.Key(anchor.Key, $"anchors[{ordinal}].key"),
        Title = check.Text(anchor.Title, $"anchors[{ordinal}].title", 200),
        PlannedOn = check.Day(anchor.PlannedOn, $"anchors[{ordinal}].plannedOn"),
    };

    /// <summary>The date as it stood on a day: when it occurred, else as last moved by then, else as planned.</summary>
    public DateOnly DateAsOf(DateOnly day) =>
        OccurredAsOf(day) ?? ChangesAsOf(day).LastOrDefault()?.NewDate ?? PlannedOn;

    public DateOnly? OccurredAsOf(DateOnly day) => OccurredOn <= day ? OccurredOn : null;

    /// <summary>What had been decided by that day, oldest first; of one day the later recorded is the newer.</summary>
    public IEnumerable<AnchorChange> ChangesAsOf(DateOnly day) => _changes.Where(c => c.DecidedOn <= day).OrderBy(c => c.DecidedOn).ThenBy(c => c.Ordinal);

    internal void Move(DateOnly newDate, DateOnly decidedOn, string reason, string? report, int? segment, Person by, DateTime now)
    {
        if (OccurredOn < decidedOn)
        {
            throw Fail.Because(MonitoringReasons.AnchorOccurred, $"{Key} occurred on {AsOf.Text(OccurredOn.Value)}; nothing decided later moves it.", ("anchor", Key), ("occurredOn", AsOf.Text(OccurredOn.Value)));
        }

        _changes.Add(new AnchorChange
        {
            Agreement = Agreement,
            Anchor = Key,
            Ordinal = _changes.Count,
            DecidedOn = decidedOn,
            NewDate = newDate,
            Reason = reason,
            Report = report,
            Segment = segment,
            RecordedBy = by.DisplayName,
            RecordTime = now,
        });
    }

    internal void Occur(DateOnly on, string? report, int? segment)
    {
        if (OccurredOn is { } earlier)
        {
            throw Fail.Because(MonitoringReasons.AnchorOccurred, $"{Key} occurred on {AsOf.Text(earlier)}.", ("anchor", Key), ("occurredOn", AsOf.Text(earlier)));
        }

        (OccurredOn, OccurredReport, OccurredSegment) = (on, report, segment);
    }
}

/// <summary>One decision that moved an anchor.</summary>
internal sealed class AnchorChange
{
    public required AgreementId Agreement { get; init; }
    public required string Anchor { get; init; }
    public required int Ordinal { get; init; }
    public required DateOnly DecidedOn { get; init; }
    public required DateOnly NewDate { get; init; }
    public required string Reason { get; init; }
    public string? Report { get; init; }
    public int? Segment { get; init; }
    public required string RecordedBy { get; init; }
    public required DateTime RecordTime { get; init; }
}
