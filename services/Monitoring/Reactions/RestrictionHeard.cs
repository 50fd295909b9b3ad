using Concord.Contracts.Events;
using Concord.Monitoring.Persistence;
using Concord.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Reactions;

/// <summary>What agreements say of their process, its lead above all, is from now on for those who are named in its compartment (R48, R127).</summary>
internal sealed class HideProcessOnProcessRestricted(MonitoringDb db) : IEventHandler<ProcessRestricted>
{
    public async Task HandleAsync(ProcessRestricted fact, CancellationToken cancellationToken)
    {
        foreach (var agreement in await db.Agreements.Where(a => a.Process == fact.Process).ToListAsync(cancellationToken))
        {
            agreement.HideProcess();
        }
    }
}
