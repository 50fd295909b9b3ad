using Concord.Platform.Errors;

namespace Concord.Monitoring;

internal static class MonitoringReasons
{
    public static readonly Reason UnknownProcess = new("UNKNOWN_PROCESS", Refusal.Unprocessable, "There is no such process for you.");
    public static readonly Reason DuplicateClause = new("DUPLICATE_CLAUSE", Refusal.Conflict, "The agreement has a provision with this clause reference already.", "R90");
    public static readonly Reason DuplicateMilestone = new("DUPLICATE_MILESTONE", Refusal.Conflict, "The agreement has a milestone with this key already.", "R93");
    public static readonly Reason DependencyCycle = new("DEPENDENCY_CYCLE", Refusal.Conflict, "The milestones would wait for each other in a circle.", "R93");
    public static readonly Reason UnknownAnchor = new("UNKNOWN_ANCHOR", Refusal.Unprocessable, "The agreement has no anchor with this key.", "R93");
    public static readonly Reason AnchorOccurred = new("ANCHOR_OCCURRED", Refusal.Conflict, "The anchor has occurred; its date cannot move any more.", "R93");
    public static readonly Reason MilestoneState = new("MILESTONE_STATE", Refusal.Conflict, "The milestone is not in a state that allows this.", "R94");
    public static readonly Reason EntryBeforeLast = new("ENTRY_BEFORE_LAST", Refusal.Conflict, "The milestone's history is appended in time; this date lies before its last entry.", "R94");
    public static readonly Reason NotResponsible = new("NOT_RESPONSIBLE", Refusal.Forbidden, "Only a responsible party, the head of mission or the monitor records this.", "R94");
    public static readonly Reason NotIndependent = new("NOT_INDEPENDENT", Refusal.Forbidden, "Nobody confirms what they claimed themselves.", "R95");
    public static readonly Reason RescheduleNotAgreed = new("RESCHEDULE_NOT_AGREED", Refusal.Conflict, "A new date needs the agreement of the responsible parties or of the monitoring mechanism.", "R94");
    public static readonly Reason FullNeedsMonitor = new("FULL_NEEDS_MONITOR", Refusal.Forbidden, "Full implementation is recorded by the monitor alone.", "R95");
    public static readonly Reason AlreadyRetracted = new("ALREADY_RETRACTED", Refusal.Conflict, "The entry was withdrawn in error already.", "R91");
    public static readonly Reason NotAuthor = new("NOT_AUTHOR", Refusal.Forbidden, "Only the author of an entry or the keeper of the agreement retracts it.", "R91");

    public static IReadOnlyList<Reason> All { get; } =
    [
        UnknownProcess, DuplicateClause, DuplicateMilestone, DependencyCycle, UnknownAnchor, AnchorOccurred, MilestoneState, EntryBeforeLast,
        NotResponsible, NotIndependent, RescheduleNotAgreed, FullNeedsMonitor, AlreadyRetracted, NotAuthor,
    ];
}
