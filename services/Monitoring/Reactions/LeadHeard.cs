using Concord.Contracts.Events;
using Concord.Monitoring.Leads;
using Concord.Monitoring.Persistence;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;

namespace Concord.Monitoring.Reactions;

/// <summary>Agreements of the process show the new lead.</summary>
internal sealed class ShowLeadOnLeadDesignated(MonitoringDb db, TimeProvider time) : IEventHandler<LeadDesignated>
{
    public async Task HandleAsync(LeadDesignated fact, CancellationToken cancellationToken) =>
        (await db.LeadOfAsync(fact.Process, cancellationToken)).Hear(fact, time.Now());
}

/// <summary>Agreements of the process show that nobody leads it any more.</summary>
internal sealed class ShowNoLeadOnLeadEnded(MonitoringDb db, TimeProvider time) : IEventHandler<LeadEnded>
{
    public async Task HandleAsync(LeadEnded fact, CancellationToken cancellationToken) =>
        (await db.LeadOfAsync(fact.Process, cancellationToken)).Hear(fact, time.Now());
}
