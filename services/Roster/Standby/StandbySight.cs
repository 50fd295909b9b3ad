using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Standby;

/// <summary>
/// Who sees a request: within the clearance, mediation support, the appointing authority and the organization that asks. One that is Strictly Confidential and for a process is for those who are named in the compartment of that process.
/// </summary>
internal static class StandbySight
{
    public static IQueryable<StandbyRequest> SeenBy(this IQueryable<StandbyRequest> requests, Caller caller)
    {
        var (cleared, organization, beyond, named) = (caller.ClearedLabels(), caller.Organization, SeesBeyond(caller), caller.NamedIn());
        return requests.Where(r => cleared.Contains(r.Classification) && (beyond || r.Organization == organization)
            && (r.Classification != Classification.StrictlyConfidential || r.Process == null || named.Contains(r.Process)));
    }

    public static async Task<StandbyRequest> FindRequestAsync(this IQueryable<StandbyRequest> requests, StandbyRequestId id, Caller caller, CancellationToken cancellationToken) =>
        await requests.SeenBy(caller).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    // Mediation support serves whoever asks; the appointing authority is asked where that takes too long.
    internal static bool SeesBeyond(Caller caller) => caller.Roles.Contains(Roles.MediationSupport) || caller.Roles.Contains(Roles.AppointingAuthority);
}
