using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Engagements;

/// <summary>
/// The one way to an engagement: who sees its process, is cleared for Strictly Confidential now, and is named in its circle (R127). For everybody else there is none. The compartment of a process
/// that is Strictly Confidential is asked beside the circle, because the process is looked for first.
/// </summary>
internal static class EngagementSight
{
    /// <summary>A person who sees what is Strictly Confidential in the own name: who acts for somebody is named nowhere.</summary>
    public static bool MayBeInCircle(this Caller caller) => caller.IsPerson && caller.ActsFor is null && caller.IsClearedFor(Classification.StrictlyConfidential);

    /// <summary>Refuses, the same whatever process is asked for, who could not see what he is about to make.</summary>
    public static void RequireForCircle(this Caller caller)
    {
        if (!caller.MayBeInCircle())
        {
            throw Fail.Because(DesignationReasons.NotForTheCircle, "Propose it yourself, with clearance for Strictly Confidential now.");
        }
    }

    /// <summary>Of processes that the caller sees: only what names the caller now.</summary>
    public static IQueryable<Engagement> SeenBy(this IQueryable<Engagement> engagements, Caller caller)
    {
        var account = caller.MayBeInCircle() ? caller.Subject : "nobody";
        return engagements.Where(e => e.Circle.Any(m => m.Account == account && m.EndTime == null));
    }

    public static async Task<(Process Process, Engagement Engagement)> FindEngagementAsync(this DesignationDb db, ProcessId process, EngagementId id, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        return (found, await db.Engagements.SeenBy(caller).SingleOrDefaultAsync(e => e.Id == id && e.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{id}"));
    }

    /// <summary>Talks that go on although the day of their review is past: to be reviewed or suspended (R129).</summary>
    public static IQueryable<Engagement> OverdueForReview(this IQueryable<Engagement> engagements, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        return engagements.Where(e => e.State == EngagementState.Active && e.ReviewOn < today);
    }
}
