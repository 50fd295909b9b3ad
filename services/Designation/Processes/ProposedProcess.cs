using Concord.Designation.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Processes;

internal static class ProposedProcess
{
    /// <summary>The process that an act would change, as it was when that was proposed; refused where it is not, or the approver does not see it (<c>PROPOSAL_OVERTAKEN</c>).</summary>
    public static async Task<Process> AsProposedAsync(this DesignationDb db, ProposedAct act, long version, Caller approver, CancellationToken cancellationToken)
    {
        var process = ResourceName.TryParse<ProcessId>(act.Record, out var id) ? await db.Processes.SeenBy(approver).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
        return process?.Version == version ? process : throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title);
    }
}
