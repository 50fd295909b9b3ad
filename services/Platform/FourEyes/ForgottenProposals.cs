using Concord.Platform.Idempotency;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.FourEyes;

public static class ForgottenProposals
{
    /// <summary>Withdraws what still waits and empties, with the caller's next save, what proposals about an erased record say, and the answers that were kept of them. That they were made and decided, when and by whom, stays.</summary>
    /// <param name="db">The store of the service.</param>
    /// <param name="service">Its name.</param>
    /// <param name="record">Resource name of the record.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task ForgetProposalsAsync(this ServiceDbContext db, string service, string record, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var act in await db.Set<ProposedAct>().Where(a => a.Record == record).ToListAsync(cancellationToken))
        {
            if (act.StateAt(now) == ProposedActState.Proposed)
            {
                act.Lapse("", null, now);
            }

            act.Forget();
            await db.ForgetAnswersAsync($"approvals/{service}/{act.Id.Value}", cancellationToken);
        }
    }
}
