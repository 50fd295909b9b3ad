using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Slates;

/// <summary>
/// Who sees a slate: whoever composes slates in the organization that composes it, and once it is submitted those who act for the appointing authority; each within the clearance, and where it belongs to a
/// process, and that or the slate is Strictly Confidential, only those whom the process names. No share opens one.
/// </summary>
internal static class SlateSight
{
    public static IQueryable<Slate> SeenBy(this IQueryable<Slate> slates, Caller caller)
    {
        var (cleared, named, organization) = (caller.ClearedLabels(), caller.NamedIn(), caller.Organization);
        var (composes, decides) = (caller.Holds(RosterPermissions.ComposeSlates), caller.Holds(RosterPermissions.DecideSlates));
        return slates.Where(s => cleared.Contains(s.Classification)
            && ((s.Classification != Classification.StrictlyConfidential && !s.NamedOnly) || s.Process == null || !s.Process.StartsWith("processes/") || named.Contains(s.Process))
            && ((composes && s.Organization == organization) || (decides && s.Authority == organization && s.State != SlateState.Draft)));
    }

    public static async Task<Slate> FindSlateAsync(this IQueryable<Slate> slates, SlateId id, Caller caller, CancellationToken cancellationToken) =>
        await slates.SeenBy(caller).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    /// <summary>One that the caller composes; of the appointing authority nobody changes it.</summary>
    public static async Task<Slate> FindToComposeAsync(this IQueryable<Slate> slates, SlateId id, Caller caller, CancellationToken cancellationToken) =>
        await FindSlateAsync(slates.Where(s => s.Organization == caller.Organization), id, caller, cancellationToken);

    /// <summary>One that lies before the caller's organization.</summary>
    public static async Task<Slate> FindToDecideAsync(this IQueryable<Slate> slates, SlateId id, Caller caller, CancellationToken cancellationToken) =>
        await FindSlateAsync(slates.Where(s => s.Authority == caller.Organization && s.State != SlateState.Draft), id, caller, cancellationToken);
}
