using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Platform.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Processes;

/// <summary>A process is shared as a whole, with who claims, leads and supports it, by the organization of whoever keeps processes and sees it (R20).</summary>
internal sealed class SharedProcesses(DesignationDb db) : ISharedRecords
{
    public bool MatterTo(Caller caller) => caller.IsOutside();

    public async Task<SharedRecord> FindToShareAsync(string record, Caller caller, CancellationToken cancellationToken)
    {
        var process = await db.FindProcessAsync(IdOf(record), caller, cancellationToken);
        return new SharedRecord(process.Id.ToString(), process.Classification, OrganizationDirectory.OwnOf(caller));
    }

    public async Task<IReadOnlyList<SharedRecord>> SeenAsync(IReadOnlyList<string> records, Caller caller, CancellationToken cancellationToken)
    {
        var ids = records.Select(IdOf).ToList();
        var seen = await db.Processes.SeenBy(caller).Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Classification }).ToListAsync(cancellationToken);
        return [.. seen.Select(p => new SharedRecord(p.Id.ToString(), p.Classification, ""))];
    }

    private static ProcessId IdOf(string record) => ResourceName.TryParse<ProcessId>(record, out var id) ? id : throw Fail.NotFound(record);
}
