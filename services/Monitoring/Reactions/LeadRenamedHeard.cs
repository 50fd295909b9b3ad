using Concord.Contracts.Events;
using Concord.Monitoring.Leads;
using Concord.Monitoring.Persistence;
using Concord.Platform.Idempotency;
using Concord.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Reactions;

/// <summary>A holder's name is no longer told as it was: what is kept of it here, answers for retries among it, follows.</summary>
internal sealed class ForgetNameOnLeadRenamed(MonitoringDb db, TimeProvider time) : IEventHandler<LeadRenamed>
{
    public async Task HandleAsync(LeadRenamed fact, CancellationToken cancellationToken)
    {
        (await db.LeadOfAsync(fact.Process, cancellationToken)).Hear(fact, time.GetUtcNow().UtcDateTime);
        foreach (var agreement in await db.Agreements.Where(a => a.Process == fact.Process).Select(a => a.Id).ToListAsync(cancellationToken))
        {
            await db.ForgetAnswersAsync(agreement.ToString(), cancellationToken);
        }
    }
}
