using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Slates;

/// <summary>
/// Who sees a slate: whoever composes slates in the organization that composes it, and once it is submitted those who act for the appointing authority; each within the clearance, and where it belongs to a
/// process, and that or the slate is Strictly Confidential, only those whom the process names. No share opens one.
/// </summary>
internal static class SlateSight
{
    public static IQueryable<Slate> SlatesSeenBy(this RosterDb db, Caller caller)
    {
        var (cleared, named, organization) = (caller.ClearedLabels(), caller.NamedIn(), caller.Organization);
        var (composes, decides) = (caller.Holds(RosterPermissions.ComposeSlates), caller.Holds(RosterPermissions.DecideSlates));
        var restricted = db.RestrictedProcesses;
        return db.Slates.Where(s => cleared.Contains(s.Classification)
            && (s.Process == null || !s.Process.StartsWith("processes/") || named.Contains(s.Process) || (s.Classification != Classification.StrictlyConfidential && !restricted.Any(p => p.Process == s.Process)))
            && ((composes && s.Organization == organization) || (decides && s.Authority == organization && s.State != SlateState.Draft)));
    }

    /// <summary>One to read.</summary>
    public static Task<Slate> FindSlateAsync(this RosterDb db, SlateId id, Caller caller, CancellationToken cancellationToken) => FindAsync(db.SlatesSeenBy(caller).AsNoTracking(), id, cancellationToken);

    /// <summary>One that the caller composes; of the appointing authority nobody changes it.</summary>
    public static Task<Slate> FindSlateToComposeAsync(this RosterDb db, SlateId id, Caller caller, CancellationToken cancellationToken) =>
        FindAsync(db.SlatesSeenBy(caller).Where(s => s.Organization == caller.Organization), id, cancellationToken);

    /// <summary>One that lies before the caller's organization.</summary>
    public static Task<Slate> FindSlateToDecideAsync(this RosterDb db, SlateId id, Caller caller, CancellationToken cancellationToken) =>
        FindAsync(db.SlatesSeenBy(caller).Where(s => s.Authority == caller.Organization && s.State != SlateState.Draft), id, cancellationToken);

    private static async Task<Slate> FindAsync(IQueryable<Slate> slates, SlateId id, CancellationToken cancellationToken) =>
        await slates.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());
}
