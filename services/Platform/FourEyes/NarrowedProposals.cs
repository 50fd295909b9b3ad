using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.FourEyes;

public static class NarrowedProposals
{
    /// <summary>
    /// A record is for fewer people from the caller's next save on, and so is everything that was proposed about it. What still waits is withdrawn: it was proposed for the record as it was.
    /// </summary>
    /// <param name="db">The store of the service.</param>
    /// <param name="record">Resource name of the record.</param>
    /// <param name="audienceOf">Who decides on such an act from now on, by its name.</param>
    /// <param name="by">Who made it stricter.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task NarrowProposalsAsync(this ServiceDbContext db, string record, Func<string, string> audienceOf, Caller by, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var act in await db.Set<ProposedAct>().Where(a => a.Record == record).ToListAsync(cancellationToken))
        {
            var audience = audienceOf(act.Act);
            if (act.Audience == audience)
            {
                continue;
            }

            if (act.StateAt(now) == ProposedActState.Proposed)
            {
                act.Lapse("The record is stricter now.", by, now);
            }

            act.Narrow(audience);
        }
    }
}
