using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Processes;

/// <summary>The one way to a process and whatever belongs to it: outside the caller's view it does not exist.</summary>
internal static class ProcessSight
{
    /// <summary>Only what the caller may see (<see cref="AccessPolicy"/>).</summary>
    public static IQueryable<Process> SeenBy(this IQueryable<Process> processes, Caller caller)
    {
        var (open, named, restricter) = (caller.OpenLabels(), caller.NamedIn<ProcessId>(), RestricterOf(caller));
        var (byShare, shared) = (caller.SharedLabels(), caller.SharedWith<ProcessId>());
        return processes.Where(p => open.Contains(p.Classification) || (p.Classification == Classification.StrictlyConfidential && named.Contains(p.Id))
            || (byShare.Contains(p.Classification) && shared.Contains(p.Id)) || p.RestrictedBy == restricter);
    }

    /// <summary>The same question of a process that was loaded already.</summary>
    public static bool IsSeenBy(this Process process, Caller caller) =>
        caller.MaySee(process.Classification, process.Id.ToString(), process.Id.ToString()) || process.RestrictedBy == RestricterOf(caller);

    // Never null: that would be every process that nobody has restricted.
    private static string RestricterOf(Caller caller) => caller.ActsFor is null && caller.IsClearedFor(Classification.StrictlyConfidential) ? caller.Subject : "nobody";

    public static async Task<Process> FindProcessAsync(this DesignationDb db, ProcessId id, Caller caller, CancellationToken cancellationToken) =>
        await db.Processes.SeenBy(caller).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    /// <summary>Refuses as not found where the caller may not see the process.</summary>
    public static async Task RequireSightAsync(this DesignationDb db, ProcessId id, Caller caller, CancellationToken cancellationToken)
    {
        var level = await db.Processes.SeenBy(caller).Where(p => p.Id == id).Select(p => (Classification?)p.Classification).SingleOrDefaultAsync(cancellationToken);
        db.NoteRead(id.ToString(), level ?? throw Fail.NotFound(id.ToString()));
    }

    /// <summary>The caller is shown something of each of these processes, found by what belongs to them.</summary>
    public static Task NoteReadAsync(this DesignationDb db, IEnumerable<ProcessId> shown, CancellationToken cancellationToken) =>
        db.NoteReadAsync<Process, ProcessId>(shown, cancellationToken);
}
