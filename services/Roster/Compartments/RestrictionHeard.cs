using Concord.Contracts.Events;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Roster.Persistence;
using Concord.Roster.Slates;
using Concord.Roster.Standby;
using Concord.Roster.SupportRequests;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Compartments;

/// <summary>
/// What belongs to the process is from now on for those who are named in its compartment: whoever reads of a request for it, or of a slate, learns of the process (R127). What is made later is refused a label that does not cover
/// the process.
/// </summary>
internal sealed class NarrowOnProcessRestricted(RosterDb db, TimeProvider time) : IEventHandler<ProcessRestricted>
{
    public async Task HandleAsync(ProcessRestricted fact, CancellationToken cancellationToken)
    {
        await NarrowAsync<StandbyRequest>(fact.Process, cancellationToken);
        await NarrowAsync<Slate>(fact.Process, cancellationToken);
        await NarrowAsync<SupportRequest>(fact.Process, cancellationToken);
    }

    private async Task NarrowAsync<TRecord>(string process, CancellationToken cancellationToken)
        where TRecord : class, IOfProcess
    {
        foreach (var record in await db.Set<TRecord>().Where(r => r.Process == process && !r.NamedOnly).ToListAsync(cancellationToken))
        {
            record.Restrict(time.Now());
        }
    }
}
