namespace Concord.Monitoring.Milestones;

/// <summary>Reads a milestone's appended entries as of a day; entries after that day count for nothing.</summary>
internal static class MilestoneHistory
{
    public static IEnumerable<MilestoneEntry> EntriesAsOf(IEnumerable<MilestoneEntry> entries, DateOnly day) => entries.Where(e => e.On <= day).OrderBy(e => e.Ordinal);

    public static MilestoneState StateAsOf(IEnumerable<MilestoneEntry> entries, DateOnly day) =>
        EntriesAsOf(entries, day).Aggregate(MilestoneState.Planned, (state, entry) => entry.Event switch
        {
            MilestoneEvent.Started => MilestoneState.InProgress,
            MilestoneEvent.Claimed => MilestoneState.Claimed,
            MilestoneEvent.Verified => MilestoneState.Verified,
            MilestoneEvent.Contested => MilestoneState.Disputed,
            _ => state,
        });

    public static DateOnly? StartedAsOf(IEnumerable<MilestoneEntry> entries, DateOnly day) =>
        EntriesAsOf(entries, day).FirstOrDefault(e => e.Event == MilestoneEvent.Started)?.On;

    /// <summary>When it was done: the day of the verification that still stands (R95).</summary>
    public static DateOnly? FinishedAsOf(IEnumerable<MilestoneEntry> entries, DateOnly day)
    {
        var until = EntriesAsOf(entries, day).Where(e => e.Event != MilestoneEvent.Rescheduled).LastOrDefault();
        return until?.Event == MilestoneEvent.Verified ? until.On : null;
    }

    /// <summary>The last agreed new date, if any; it replaces the deadline, and an anchor that moves later does not move it.</summary>
    public static DateOnly? RescheduledAsOf(IEnumerable<MilestoneEntry> entries, DateOnly day) =>
        EntriesAsOf(entries, day).LastOrDefault(e => e.Event == MilestoneEvent.Rescheduled)?.NewDue;
}
