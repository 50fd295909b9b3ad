using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Roster.Compartments;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Leads;

/// <summary>Takes what designation answered of who leads, and that the process is Strictly Confidential: facts of before this service listened come to it in no other way.</summary>
internal sealed class LeadKeeper(IServiceScopeFactory scopes)
{
    /// <summary>In a commit of its own: that the same is heard of at the same moment is no reason to refuse a request.</summary>
    public async Task TakeAsync(AskedProcess asked, CancellationToken cancellationToken)
    {
        if (asked is { Lead: null, Label: not Classification.StrictlyConfidential })
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        if (asked.Lead is { } lead)
        {
            (await db.LeadOfAsync(asked.Name, cancellationToken)).Hold([.. lead.Organizations], lead.Epoch);
        }

        if (asked.Label == Classification.StrictlyConfidential)
        {
            await RestrictedProcess.KeepAsync(db, asked.Name, cancellationToken);
        }

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
