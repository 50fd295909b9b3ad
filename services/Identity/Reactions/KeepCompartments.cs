using Concord.Contracts.Events;
using Concord.Identity.Accounts;
using Concord.Identity.Compartments;
using Concord.Identity.Grants;
using Concord.Identity.Persistence;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Reactions;

/// <summary>A process that is Strictly Confidential now has a compartment, kept by whoever made it so (R127, R137). Who is not cleared any more when this is heard keeps nothing: somebody lets himself in, and names a keeper.</summary>
internal sealed class KeepCompartments(IdentityDb db, TimeProvider time) : IEventHandler<ProcessRestricted>
{
    public async Task HandleAsync(ProcessRestricted fact, CancellationToken cancellationToken)
    {
        if (CompartmentId.OfProcess(fact.Process) is not { } id || !ResourceName.TryParse<AccountId>(fact.Account, out var account)
            || await db.Accounts.SingleOrDefaultAsync(a => a.Id == account, cancellationToken) is not { } person)
        {
            throw new FormatException("The fact names no process, or nobody who has an account."); // parked, and not lost
        }

        var now = time.Now();
        var compartment = await db.Compartments.Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? db.Add(Compartment.Found(id, now)).Entity;
        if (person.Active && await db.ClearedUntilAsync(person, now, cancellationToken) is { } cleared)
        {
            compartment.Keep(account, cleared, now);
        }

        // In any case: what the person saw by having put the process there ends with it.
        db.Raise(new CompartmentKept(fact.Process, fact.Account, compartment.Version + 1), now);
    }
}
