using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SupportRequests;

/// <summary>Who sees a request (R147): the organization that asked, and the desk; each within the clearance, and where it belongs to a process, and that or the request is Strictly Confidential, only those whom the process names.</summary>
internal static class SupportRequestSight
{
    public static IQueryable<SupportRequest> SupportRequestsSeenBy(this RosterDb db, Caller caller)
    {
        var (cleared, named, organization, desk) = (caller.ClearedLabels(), caller.NamedIn(), caller.Organization, caller.Holds(RosterPermissions.HandleSupportRequests));
        var restricted = db.RestrictedProcesses;
        return db.SupportRequests.Where(r => cleared.Contains(r.Classification) && (r.Process == null || named.Contains(r.Process) || (r.Classification != Classification.StrictlyConfidential && !restricted.Any(p => p.Process == r.Process)))
            && (desk || r.Organization == organization));
    }

    public static async Task<SupportRequest> FindSupportRequestAsync(this RosterDb db, SupportRequestId id, Caller caller, CancellationToken cancellationToken) =>
        await db.SupportRequestsSeenBy(caller).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());
}
