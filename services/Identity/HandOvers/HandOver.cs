using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Compartments;
using Concord.Identity.Grants;
using Concord.Identity.Invitations;
using Concord.Identity.Persistence;
using Concord.Platform.FourEyes;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.HandOvers;

/// <summary>Takes what is open in one person's name to another, kind by kind; saves nothing.</summary>
internal sealed class HandOver(IdentityDb db)
{
    /// <summary>What the person proposed is withdrawn, and what was proposed for the person: a successor who wants it proposes it in their own name.</summary>
    /// <returns>What an administrator may know of it.</returns>
    public async Task<IReadOnlyList<HandedItem>> WithdrawAsync(Account from, string reason, Caller by, DateTime now, CancellationToken cancellationToken)
    {
        var proposer = from.Id.ToString();
        // An emergency entry has happened; its review is for the keepers, whoever is gone.
        var waiting = db.Set<ProposedAct>().Where(a => (a.ProposedBy == proposer || a.ProposedFor == proposer) && a.Act != ReviewBreakGlass.ActName);
        var withdrawn = await waiting.WithdrawAsync(reason, by, now, cancellationToken);
        return [.. withdrawn.Where(a => a.Audience == Keepers.Administrators).Select(a => new HandedItem(HandedKind.Approval, AccountApi.NameOf(a), null))];
    }

    public async Task<(IReadOnlyList<HandedItem> Moved, IReadOnlyList<HandedItem> Left)> MoveInvitationsAsync(Account from, Account to, DateTime now, CancellationToken cancellationToken)
    {
        var inviter = from.Id.ToString();
        var open = await db.Invitations.Where(i => i.InvitedBy == inviter && i.State == InvitationState.Waiting && i.ExpireTime > now).ToListAsync(cancellationToken);
        if (!to.Roles.Contains(Roles.Administrator))
        {
            return ([], [.. open.Select(i => new HandedItem(HandedKind.Invitation, i.Id.ToString(), LeftBecause.SuccessorNotAdministrator))]);
        }

        foreach (var invitation in open)
        {
            invitation.HandOver(to.Id.ToString(), to.DisplayName);
        }

        return ([.. open.Select(i => new HandedItem(HandedKind.Invitation, i.Id.ToString(), null))], []);
    }

    /// <summary>
    /// An administrator gives nobody a place in a compartment: its keepers are asked, in the name of whoever had the place, so that the administrator sees nothing of it.
    /// </summary>
    public async Task AskKeepersAsync(Account from, Account to, string reason, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.ClearedUntilAsync(to, now, cancellationToken) is not { } cleared)
        {
            return;
        }

        var proposer = new Caller(from.Id.ToString(), from.DisplayName, from.Organization, new HashSet<string>(), from.Clearance);
        var current = await CompartmentApi.Current(db, now).AsNoTracking().Where(m => m.Account == from.Id || m.Account == to.Id).ToListAsync(cancellationToken);
        foreach (var place in current.Where(m => m.Account == from.Id && m.Kind != MembershipKind.BreakGlass))
        {
            if (!current.Exists(m => m.Account == to.Id && m.Compartment == place.Compartment && (m.Keeper || !place.Keeper)))
            {
                var wished = new ProposedMember(to.Id.ToString(), to.DisplayName, place.Keeper, place.Function, place.UntilTime < cleared ? place.UntilTime : cleared, Succeeds: from.Id.ToString());
                db.Propose(NameInCompartment.ActName, place.Compartment.ToString(), wished, Keepers.Of(place.Compartment), reason, proposer, now);
            }
        }
    }
}
