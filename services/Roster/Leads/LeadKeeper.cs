using Concord.Platform.Errors;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Leads;

/// <summary>Takes what designation answered of who leads: facts of before this service listened come to it in no other way.</summary>
internal sealed class LeadKeeper(IServiceScopeFactory scopes)
{
    /// <summary>In a commit of its own: that the lead is heard of at the same moment is no reason to refuse a request.</summary>
    public async Task TakeAsync(AskedProcess asked, CancellationToken cancellationToken)
    {
        if (asked.Lead is not { } lead)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        (await db.LeadOfAsync(asked.Name, cancellationToken)).Hold([.. lead.Organizations], lead.Epoch);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException || (e is DomainException refused && refused.Reason == PlatformReasons.ConcurrentChange))
        {
            // Whoever was first has heard as much, or what is newer comes as a fact.
        }
    }
}
