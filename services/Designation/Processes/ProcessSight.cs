using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Processes;

/// <summary>The one way to a process and whatever belongs to it: outside the caller's view it does not exist.</summary>
internal static class ProcessSight
{
    /// <summary>Only what the caller may see. Classifications are stored by name, so their order is spelled out.</summary>
    public static IQueryable<Process> SeenBy(this IQueryable<Process> processes, Caller caller)
    {
        var levels = Enum.GetValues<Classification>().Where(caller.MaySee).ToList();
        return processes.Where(p => levels.Contains(p.Classification));
    }

    public static async Task<Process> FindProcessAsync(this DesignationDb db, ProcessId id, Caller caller, CancellationToken cancellationToken) =>
        await db.Processes.SeenBy(caller).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    /// <summary>Refuses as not found where the caller may not see the process.</summary>
    public static async Task RequireSightAsync(this DesignationDb db, ProcessId id, Caller caller, CancellationToken cancellationToken)
    {
        if (!await db.Processes.SeenBy(caller).AnyAsync(p => p.Id == id, cancellationToken))
        {
            throw Fail.NotFound(id.ToString());
        }
    }
}
