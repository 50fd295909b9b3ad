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
}
