using Concord.Monitoring.Agreements;
using Concord.Monitoring.Milestones;

namespace Concord.Monitoring.Schedule;

/// <summary>What a milestone suffers from besides its state; derived, never stored (R94).</summary>
internal enum MilestoneCondition
{
    /// <summary>Not begun, and something it waits for is not verified or its lag still runs.</summary>
    Blocked = 1,

    /// <summary>Not yet due, but its forecast lies after its due day.</summary>
    AtRisk,

    /// <summary>Due before that day and not verified.</summary>
    Overdue,
}

/// <summary>Where a milestone stands as of a day.</summary>
/// <param name="Milestone">The milestone.</param>
/// <param name="State">By its entries up to that day.</param>
/// <param name="Due">By the anchor as it stood that day, or as last rescheduled; null without a deadline.</param>
/// <param name="BaselineDue">As agreed at signature.</param>
/// <param name="OverdueDays">Days past due; 0 where not overdue.</param>
/// <param name="BlockedBy">The direct predecessors that keep it from starting.</param>
/// <param name="Conditions">In the order of the enumeration.</param>
/// <param name="Dates">From the schedule of that day.</param>
internal sealed record Standing(
    Milestone Milestone, MilestoneState State, DateOnly? Due, DateOnly? BaselineDue, int OverdueDays, IReadOnlyList<Milestone> BlockedBy,
    IReadOnlyList<MilestoneCondition> Conditions, ScheduledMilestone Dates);

/// <summary>The whole graph as of a day.</summary>
internal sealed record Standings(IReadOnlyList<Standing> Milestones, ComputedSchedule Schedule)
{
    /// <param name="agreement">With its anchors and their changes.</param>
    /// <param name="milestones">All of the agreement, with predecessors and entries.</param>
    /// <param name="day">Nothing that happened or was decided after it counts.</param>
    public static Standings AsOf(Agreement agreement, IReadOnlyList<Milestone> milestones, DateOnly day)
    {
        var byId = milestones.ToDictionary(m => m.Id);
        var finished = milestones.ToDictionary(m => m.Id, m => MilestoneHistory.FinishedAsOf(m.Entries, day));
        var nodes = milestones.Select(m => new ScheduleNode(
            m.Key, m.DurationDays, MilestoneHistory.StartedAsOf(m.Entries, day), finished[m.Id],
            [.. m.Predecessors.OrderBy(p => p.Ordinal).Select(p => new ScheduleLink(byId[p.Before].Key, p.LagDays))]));
        var schedule = ScheduleComputation.Compute(new ScheduleGraph(agreement.SignedOn, [.. nodes]), day);
        return new Standings([.. milestones.Zip(schedule.Milestones, (m, dates) => Of(agreement, m, dates, finished, byId, day))], schedule);
    }

    private static Standing Of(
        Agreement agreement, Milestone milestone, ScheduledMilestone dates, Dictionary<MilestoneId, DateOnly?> finished, Dictionary<MilestoneId, Milestone> byId, DateOnly day)
    {
        var state = MilestoneHistory.StateAsOf(milestone.Entries, day);
        var due = MilestoneHistory.RescheduledAsOf(milestone.Entries, day) ?? milestone.Deadline?.DueAsOf(agreement, day);
        var overdue = state != MilestoneState.Verified && due < day ? day.DayNumber - due.Value.DayNumber : 0;
        List<Milestone> blockedBy = state == MilestoneState.Planned
            ? [.. milestone.Predecessors.OrderBy(p => p.Ordinal).Where(p => finished[p.Before] is not { } done || done.DayNumber + p.LagDays > day.DayNumber).Select(p => byId[p.Before])]
            : [];
        List<MilestoneCondition> conditions = [];
        if (blockedBy.Count > 0)
        {
            conditions.Add(MilestoneCondition.Blocked);
        }

        if (overdue > 0)
        {
            conditions.Add(MilestoneCondition.Overdue);
        }
        else if (state != MilestoneState.Verified && dates.EarlyFinish > due)
        {
            conditions.Add(MilestoneCondition.AtRisk);
        }

        return new Standing(milestone, state, due, milestone.Deadline?.Baseline(agreement), overdue, blockedBy, conditions, dates);
    }
}
