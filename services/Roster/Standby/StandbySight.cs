using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Standby;

/// <summary>
/// Who sees a request: within the clearance, mediation support, the appointing authority, the organization that asks, and while it leads the process that it is for the organization that does. One that is for a process, where that or the request is Strictly Confidential, is for those who are named in the compartment of that process.
/// </summary>
internal static class StandbySight
{
    public static IQueryable<StandbyRequest> StandbyRequestsSeenBy(this RosterDb db, Caller caller)
    {
        var (cleared, organization, beyond, named) = (caller.ClearedLabels(), caller.Organization, SeesBeyond(caller), caller.NamedIn());
        var (led, restricted) = (db.LeadHolders.Where(h => h.Organization == organization), db.RestrictedProcesses);
        return db.StandbyRequests.Where(r => cleared.Contains(r.Classification) && (beyond || r.Organization == organization || led.Any(h => h.Process == r.Process))
            && (r.Process == null || named.Contains(r.Process) || (r.Classification != Classification.StrictlyConfidential && !restricted.Any(p => p.Process == r.Process))));
    }

    public static async Task<StandbyRequest> FindStandbyRequestAsync(this RosterDb db, StandbyRequestId id, Caller caller, CancellationToken cancellationToken) =>
        await db.StandbyRequestsSeenBy(caller).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    // Mediation support serves whoever asks; the appointing authority is asked where that takes too long.
    internal static bool SeesBeyond(Caller caller) => caller.Roles.Contains(Roles.MediationSupport) || caller.Roles.Contains(Roles.AppointingAuthority);
}
