using Concord.Contracts.Access;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Talks;

/// <summary>What belongs to the talks, and the ground they stand on, is for fewer than those who may see the process: outside it the process is answered as if it were not there.</summary>
internal static class TalksSight
{
    /// <summary>
    /// The process, for whoever holds a role of the permission. A lead mediator's role alone is not enough: it opens the talks that the own organization leads, and no others.
    /// </summary>
    public static async Task<Process> FindTalksAsync(this DesignationDb db, ProcessId id, Caller caller, Permission permission, CancellationToken cancellationToken)
    {
        var process = await db.FindProcessAsync(id, caller, cancellationToken);
        return await db.ReachesTalksAsync(id, caller, permission, cancellationToken) ? process : throw Fail.NotFound(id.ToString());
    }

    /// <summary>The same of a process that the caller sees, as an answer.</summary>
    public static async Task<bool> ReachesTalksAsync(this DesignationDb db, ProcessId process, Caller caller, Permission permission, CancellationToken cancellationToken) =>
        caller.HoldsBesideMediating(permission) || await db.ConductsAsync(process, caller, cancellationToken);

    /// <summary>Of many processes: those that an organization the caller mediates for leads now.</summary>
    public static async Task<List<ProcessId>> ConductedAsync(this DesignationDb db, Caller caller, CancellationToken cancellationToken) =>
        caller.Roles.Contains(Roles.LeadMediator)
            ? [.. (await db.LeadDesignations.AsNoTracking().Where(d => d.EndTime == null).ToListAsync(cancellationToken)).Where(d => d.IsSpokenForBy(caller)).Select(d => d.Process)]
            : [];

    /// <summary>Whether a role other than the lead mediator's carries the permission.</summary>
    public static bool HoldsBesideMediating(this Caller caller, Permission permission) => permission.Roles.Except([Roles.LeadMediator]).Any(caller.Roles.Contains);

    /// <summary>Whether the caller is a lead mediator of an organization that leads the process now.</summary>
    public static async Task<bool> ConductsAsync(this DesignationDb db, ProcessId process, Caller caller, CancellationToken cancellationToken) =>
        caller.Roles.Contains(Roles.LeadMediator)
        && await db.LeadDesignations.AsNoTracking().SingleOrDefaultAsync(d => d.Process == process && d.EndTime == null, cancellationToken) is { } lead && lead.IsSpokenForBy(caller);
}
