using Concord.Identity.Compartments;
using Concord.Identity.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>What ends with an account, in the commit that closes it: its sessions, and its place in every compartment.</summary>
internal sealed class AccountClosing(IdentityDb db)
{
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

        await LeaveCompartmentsAsync(account.Id, by, now, cancellationToken);
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
