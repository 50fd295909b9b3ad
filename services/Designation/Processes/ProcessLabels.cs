using Concord.Designation.Persistence;
using Concord.Platform.Persistence;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Processes;

/// <summary>What the policy looks at in a process, for an explanation.</summary>
internal sealed class ProcessLabels(DesignationDb db) : IRecordLabels
{
    public async Task<Labelled?> FindAsync(string record, CancellationToken cancellationToken) => ResourceName.TryParse<ProcessId>(record, out var id)
        ? await db.Processes.Where(p => p.Id == id).Select(p => new Labelled(p.Classification, record)).SingleOrDefaultAsync(cancellationToken)
        : null;
}
