using Concord.Contracts.Events;
using Concord.Platform.Messaging;
using Concord.Roster.Persistence;

namespace Concord.Roster.Leads;

/// <summary>From now on these organizations see the requests for the process, and agree for it.</summary>
internal sealed class HoldOnLeadDesignated(RosterDb db) : IEventHandler<LeadDesignated>
{
    public async Task HandleAsync(LeadDesignated fact, CancellationToken cancellationToken) =>
        (await db.LeadOfAsync(fact.Process, cancellationToken)).Hold(fact.Organizations, fact.Epoch);
}

/// <summary>Nobody agrees for the process any more, until the next lead does.</summary>
internal sealed class EndOnLeadEnded(RosterDb db) : IEventHandler<LeadEnded>
{
    public async Task HandleAsync(LeadEnded fact, CancellationToken cancellationToken) =>
        (await db.LeadOfAsync(fact.Process, cancellationToken)).End(fact.Epoch);
}
