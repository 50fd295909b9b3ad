using Concord.Identity.Compartments;
using Concord.Identity.Delegations;
using Concord.Identity.Grants;
using Concord.Identity.Persistence;
using Concord.Platform.FourEyes;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>What ends with an account, in the commit that closes it: its sessions, what was granted to it for a while, who acts for whom, and its place in every compartment.</summary>
internal sealed class AccountClosing(IdentityDb db)
{
    private const string WorkIsOver = "The account was closed, or handed over.";

    /// <param name="account">The account.</param>
    /// <param name="by">Who closes it, as histories keep it.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task CloseAsync(Account account, string by, DateTime now, CancellationToken cancellationToken)
    {
        account.Close(now);
        foreach (var session in await db.Sessions.Where(s => s.Account == account.Id && s.EndTime == null && s.ExpireTime > now).ToListAsync(cancellationToken))
        {
            session.End(now);
        }

        await EndGrantsAsync(account, by, now, cancellationToken);
        await EndDelegationsAsync(account.Id, by, now, cancellationToken);
        await LeaveCompartmentsAsync(account.Id, by, now, cancellationToken);
    }

    /// <summary>Also what waits for a second administrator: it was meant for the work that is over.</summary>
    public async Task EndGrantsAsync(Account account, string by, DateTime now, CancellationToken cancellationToken)
    {
        var name = account.Id.ToString();
        await db.Set<ProposedAct>().Where(a => a.Act == GiveHighGrant.ActName && a.Record == name).WithdrawAsync(WorkIsOver, by: null, now, cancellationToken);
        var grants = await db.GrantsOf(account.Id, now).ToListAsync(cancellationToken);
        foreach (var grant in grants)
        {
            grant.End(WorkIsOver, by, now);
        }

        if (grants.Count > 0)
        {
            account.ChangeAccess();
        }
    }

    /// <summary>Nobody acts for this person any more, nor this person for another.</summary>
    public async Task EndDelegationsAsync(AccountId account, string by, DateTime now, CancellationToken cancellationToken)
    {
        var open = await db.OpenDelegations(now).Where(d => d.Person == account || d.Delegate == account).ToListAsync(cancellationToken);
        List<AccountId> delegates = [.. open.Select(d => d.Delegate).Distinct()];
        foreach (var delegation in open)
        {
            delegation.End(WorkIsOver, by, now);
        }

        foreach (var holder in await db.Accounts.Where(a => delegates.Contains(a.Id)).ToListAsync(cancellationToken))
        {
            holder.ChangeAccess();
        }
    }

    public async Task LeaveCompartmentsAsync(AccountId account, string by, DateTime now, CancellationToken cancellationToken)
    {
        var named = await CompartmentApi.Current(db, now).Where(m => m.Account == account).Select(m => m.Compartment).ToListAsync(cancellationToken);
        foreach (var compartment in await db.Compartments.Where(c => named.Contains(c.Id)).Include(c => c.Members).ToListAsync(cancellationToken))
        {
            compartment.Leave(account, by, now);
        }
    }
}
