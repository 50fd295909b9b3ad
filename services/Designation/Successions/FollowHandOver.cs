using Concord.Contracts.Events;
using Concord.Designation.Lead;
using Concord.Designation.Missions;
using Concord.Designation.Persistence;
using Concord.Platform.FourEyes;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Successions;

/// <summary>
/// Names the successor wherever a process names the person who handed over, and withdraws what that person proposed, or somebody for that person, and nobody has decided on. Whoever put a process under Strictly Confidential
/// stays who that was: seeing it is not handed over.
/// </summary>
internal sealed class FollowHandOver(DesignationDb db, TimeProvider time) : IEventHandler<AccountHandedOver>
{
    private const string Why = "Its proposer has handed over to another person.";

    public async Task HandleAsync(AccountHandedOver fact, CancellationToken cancellationToken)
    {
        if (!ResourceName.IsIn("accounts", fact.From) || !ResourceName.IsIn("accounts", fact.To))
        {
            throw new FormatException("The fact names no accounts."); // parked, and not lost
        }

        var known = await db.KnownSuccessions.FindAsync([fact.From], cancellationToken) ?? db.Add(new KnownSuccession { From = fact.From }).Entity;
        if (!known.Hear(fact.To, fact.HandOverTime, fact.Version))
        {
            return;
        }

        var now = time.Now();
        await ReplaceAsync(fact.From, await LastAsync(known, cancellationToken), now, cancellationToken);
        await WithdrawAsync(fact.From, now, cancellationToken);
    }

    // Facts come in any order: the successor may have handed over since, and that was heard first. Times only grow on the way, so it ends.
    private async Task<string> LastAsync(KnownSuccession first, CancellationToken cancellationToken)
    {
        var last = first;
        while (await db.KnownSuccessions.FindAsync([last.To], cancellationToken) is { } next && next.HandOverTime > last.HandOverTime)
        {
            last = next;
        }

        return last.To;
    }

    private async Task ReplaceAsync(string from, string to, DateTime now, CancellationToken cancellationToken)
    {
        if (from == to)
        {
            return; // it came back meanwhile
        }

        // Persons are one text in the store, so that they are looked at here.
        var named = (await db.Processes.Select(p => new { p.Id, p.Persons }).ToListAsync(cancellationToken)).Where(p => p.Persons.Contains(from)).Select(p => p.Id).ToList();
        foreach (var process in await db.Processes.Where(p => named.Contains(p.Id)).ToListAsync(cancellationToken))
        {
            Record(process.HandOver(from, to, now));
        }

        foreach (var role in await db.SupportRoles.Where(r => r.Coordinator == from && r.EndTime == null).ToListAsync(cancellationToken))
        {
            Record(role.HandOver(from, to, now));
        }

        await db.HandOverPostsAsync(from, to, now, cancellationToken);
    }

    private async Task WithdrawAsync(string proposer, DateTime now, CancellationToken cancellationToken)
    {
        // A signature is one text in the store, and of those that wait there are few.
        foreach (var proposal in (await db.LeadProposals.Where(p => p.State == ProposalState.Proposed && p.ExpireTime > now).ToListAsync(cancellationToken)).Where(p => p.ProposedBy.Account == proposer || p.ProposedBy.ActsFor == proposer))
        {
            proposal.Lapse(Why, now);
        }

        await db.Set<ProposedAct>().Where(a => a.ProposedBy == proposer || a.ProposedFor == proposer).WithdrawAsync(Why, by: null, now, cancellationToken);
    }

    private void Record(PersonChange? change)
    {
        if (change is not null)
        {
            db.Add(change);
        }
    }
}
