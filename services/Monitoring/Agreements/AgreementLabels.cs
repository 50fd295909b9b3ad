using Concord.Monitoring.Persistence;
using Concord.Platform.Persistence;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Agreements;

/// <summary>What the policy looks at in an agreement, for an explanation.</summary>
internal sealed class AgreementLabels(MonitoringDb db) : IRecordLabels
{
    public async Task<Labelled?> FindAsync(string record, CancellationToken cancellationToken) => ResourceName.TryParse<AgreementId>(record, out var id)
        ? await db.Agreements.Where(a => a.Id == id).Select(a => new Labelled(a.Classification, a.Process)).SingleOrDefaultAsync(cancellationToken)
        : null;
}
