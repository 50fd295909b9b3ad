using Concord.Monitoring.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Platform.Sharing;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Agreements;

/// <summary>An agreement is shared as a whole, with its provisions, milestones and status, by the organization of whoever records agreements and sees it (R20). Its process is not shared by that, nor the other way round.</summary>
internal sealed class SharedAgreements(MonitoringDb db) : ISharedRecords
{
    public bool MatterTo(Caller caller) => caller.IsOutside();

    public async Task<SharedRecord> FindToShareAsync(string record, Caller caller, CancellationToken cancellationToken)
    {
        var id = IdOf(record);
        var agreement = await db.VisibleAgreements(caller).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw Fail.NotFound(record);
        return new SharedRecord(record, agreement.Classification, caller.Organization ?? throw Fail.Because(PlatformReasons.PermissionDenied, "You act for no organization."));
    }

    public async Task<IReadOnlyList<SharedRecord>> SeenAsync(IReadOnlyList<string> records, Caller caller, CancellationToken cancellationToken)
    {
        var ids = records.Select(IdOf).ToList();
        var seen = await db.VisibleAgreements(caller).Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Classification }).ToListAsync(cancellationToken);
        return [.. seen.Select(a => new SharedRecord(a.Id.ToString(), a.Classification, ""))];
    }

    private static AgreementId IdOf(string record) => ResourceName.TryParse<AgreementId>(record, out var id) ? id : throw Fail.NotFound(record);
}
