using Concord.Contracts.Events;
using Concord.Platform.Messaging;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SavedSearches;

/// <summary>Whoever leaves a post keeps no searches any more. They are not handed over: what a person looked for is that person's.</summary>
internal sealed class ForgetOnHandOver(RosterDb db, SavedSearchMatches matches) : IEventHandler<AccountHandedOver>
{
    public async Task HandleAsync(AccountHandedOver fact, CancellationToken cancellationToken) =>
        await matches.RemoveAsync(await db.SavedSearches.Where(s => s.Owner == fact.From && s.CreateTime < fact.HandOverTime).ToListAsync(cancellationToken), cancellationToken);
}
