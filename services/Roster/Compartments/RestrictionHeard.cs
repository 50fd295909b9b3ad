using Concord.Contracts.Events;
using Concord.Platform.Messaging;
using Concord.Roster.Persistence;

namespace Concord.Roster.Compartments;

/// <summary>What belongs to the process is from now on for those who are named in its compartment: whoever reads of a request for it, or of a slate, learns of the process (R127).</summary>
internal sealed class NarrowOnProcessRestricted(RosterDb db) : IEventHandler<ProcessRestricted>
{
    public Task HandleAsync(ProcessRestricted fact, CancellationToken cancellationToken) => RestrictedProcess.KeepAsync(db, fact.Process, cancellationToken);
}
