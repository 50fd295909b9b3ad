using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Deployments;

/// <summary>Who sees that somebody is sent: whoever sees the request and the person; the organization that leads the process no less and no more.</summary>
internal static class DeploymentSight
{
    public static IQueryable<Deployment> DeploymentsSeenBy(this RosterDb db, Caller caller)
    {
        var (requests, people) = (db.StandbyRequestsSeenBy(caller), db.Profiles.SeenBy(caller));
        return db.Deployments.Where(d => requests.Any(r => r.Id == d.Request) && people.Any(p => p.Id == d.Profile));
    }

    /// <summary>The requests for which the caller's organization agrees that who is sent has other work (R15): it leads the process, or where there is none it asked.</summary>
    public static IQueryable<StandbyRequest> StandbyRequestsAgreedBy(this RosterDb db, Caller caller)
    {
        var organization = caller.Organization;
        return db.StandbyRequests.Where(r => r.Process == null ? r.Organization == organization : db.LeadHolders.Any(h => h.Process == r.Process && h.Organization == organization));
    }

    public static async Task<Deployment> FindDeploymentAsync(this RosterDb db, DeploymentId id, Caller caller, CancellationToken cancellationToken) =>
        await db.DeploymentsSeenBy(caller).SingleOrDefaultAsync(d => d.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());
}
