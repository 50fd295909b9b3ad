using Concord.Contracts.Events;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Reactions;

/// <summary>Whoever put a process under Strictly Confidential saw it by that; from now on by the compartment, like everybody else, and no longer than it says (R137).</summary>
internal sealed class HandToCompartment(DesignationDb db) : IEventHandler<CompartmentKept>
{
    public async Task HandleAsync(CompartmentKept fact, CancellationToken cancellationToken)
    {
        var id = ResourceName.TryParse<ProcessId>(fact.Process, out var parsed) ? parsed : throw new FormatException("The process of the fact has no resource name."); // parked, and not lost
        if (await db.Processes.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is { } process)
        {
            process.HandToCompartment(fact.Account);
        }
    }
}
