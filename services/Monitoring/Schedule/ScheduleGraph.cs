namespace Concord.Monitoring.Schedule;

/// <summary>A milestone as the computation sees it; days are counted as <see cref="DateOnly.DayNumber"/>.</summary>
/// <param name="Key">Unique in the graph.</param>
/// <param name="DurationDays">From start to finish.</param>
/// <param name="StartedOn">When it was begun, as known on the day of the computation; null before.</param>
/// <param name="FinishedOn">When it was done; null before.</param>
/// <param name="Predecessors">What must be finished before it starts.</param>
internal sealed record ScheduleNode(string Key, int DurationDays, DateOnly? StartedOn, DateOnly? FinishedOn, IReadOnlyList<ScheduleLink> Predecessors);

/// <param name="Before">Key of the predecessor.</param>
/// <param name="LagDays">Days between its finish and the start.</param>
internal sealed record ScheduleLink(string Before, int LagDays);

/// <param name="NotBefore">Nothing starts earlier: the signature.</param>
/// <param name="Nodes">In a stable order; ties of the critical path go to the earlier.</param>
internal sealed record ScheduleGraph(DateOnly NotBefore, IReadOnlyList<ScheduleNode> Nodes);

/// <summary>The dates of one milestone.</summary>
/// <param name="Key">Its key.</param>
/// <param name="EarlyStart">When it was begun, or the earliest day it can begin.</param>
/// <param name="EarlyFinish">When it was done, or the earliest day it can be: the forecast.</param>
/// <param name="LateFinish">The latest day that does not delay the whole; null once done.</param>
/// <param name="SlackDays">Days it may slip without delaying the whole; null once done.</param>
/// <param name="Critical">Whether a day lost here is a day lost for the whole.</param>
internal sealed record ScheduledMilestone(string Key, DateOnly EarlyStart, DateOnly EarlyFinish, DateOnly? LateFinish, int? SlackDays, bool Critical);

/// <summary>A computed schedule.</summary>
/// <param name="Milestones">In the order of the graph.</param>
/// <param name="ForecastFinish">When the last milestone is finished at the earliest; null without milestones.</param>
/// <param name="CriticalPath">Keys of one chain that decides the forecast, first to last; empty once all is done.</param>
internal sealed record ComputedSchedule(IReadOnlyList<ScheduledMilestone> Milestones, DateOnly? ForecastFinish, IReadOnlyList<string> CriticalPath);
