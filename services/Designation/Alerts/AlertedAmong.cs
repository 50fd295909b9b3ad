using Concord.Designation.Processes;

namespace Concord.Designation.Alerts;

internal static class AlertedAmong
{
    /// <summary>Only these; all where null.</summary>
    public static IQueryable<Process> Among(this IQueryable<Process> processes, IReadOnlyCollection<ProcessId>? of)
    {
        var ids = of?.ToList();
        return ids is null ? processes : processes.Where(p => ids.Contains(p.Id));
    }

    /// <summary>Of them, those that are not closed.</summary>
    public static IQueryable<Process> OpenAmong(this IQueryable<Process> processes, IReadOnlyCollection<ProcessId>? of) => processes.Among(of).Where(p => p.State != ProcessState.Closed);

    /// <summary>Of them, those whose parties talk or have agreed how to.</summary>
    public static IQueryable<Process> AtTheTableAmong(this IQueryable<Process> processes, IReadOnlyCollection<ProcessId>? of) =>
        processes.Among(of).Where(p => p.State == ProcessState.FrameworkAgreed || p.State == ProcessState.SubstantiveTalks);
}
