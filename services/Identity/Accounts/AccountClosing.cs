using Concord.Contracts.Access;
using Concord.Identity.Compartments;
using Concord.Identity.Delegations;
using Concord.Identity.Grants;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>What ends with an account, or with what it may do, in the commit that ends that: sessions, what was granted for a while, who acts for whom, places in compartments, and what was proposed by that right.</summary>
internal sealed class AccountClosing(IdentityDb db)
{
    private const string WorkIsOver = "The account was closed, or handed over.";
    private const string RightIsOver = "Its proposer is no administrator any more.";

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

    /// <summary>Whatever an edit takes away takes away what rests on it.</summary>
    /// <param name="account">As it is now.</param>
    /// <param name="kept">Whether it was an active administrator for good before.</param>
    /// <param name="by">Who edits, or agrees to it.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task FollowEditAsync(Account account, bool kept, Caller by, DateTime now, CancellationToken cancellationToken)
    {
        if (kept && !account.KeepsThePlatform)
        {
            await RequireAnotherAdministratorAsync(account, cancellationToken);
        }

        if (!account.Active)
        {
            await EndGrantsAsync(account, by.Subject, now, cancellationToken);
            await EndDelegationsAsync(account.Id, by.Subject, now, cancellationToken);
        }

        await KeepWithinRightsAsync(account, by, now, cancellationToken);
    }

    /// <summary>Refuses to end the last administrator for good: one for a while, who did, would leave nobody to make another one.</summary>
    public async Task RequireAnotherAdministratorAsync(Account than, CancellationToken cancellationToken)
    {
        var other = await db.Accounts.Where(a => a.Active && a.Id != than.Id).FirstAdministratorAsync(cancellationToken) ?? throw Fail.Because(IdentityReasons.LastAdministrator, IdentityReasons.LastAdministrator.Title);
        db.RelyOn(await db.Accounts.SingleAsync(a => a.Id == other, cancellationToken)); // of two who end each other in one moment one stays
    }

    /// <summary>Also what waits for a second administrator: it was meant for the work that is over.</summary>
    public async Task EndGrantsAsync(Account account, string by, DateTime now, CancellationToken cancellationToken)
    {
        var name = account.Id.ToString();
        await db.Set<ProposedAct>().Where(a => a.Act == GiveHighGrant.ActName && a.Record == name).WithdrawAsync(WorkIsOver, by: null, now, cancellationToken);
        var grants = await GrantsAsync(account, now, cancellationToken);
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

    /// <summary>The account may do less than before: it is named no longer than it is cleared, and what it proposed as an administrator waits only while it is one.</summary>
    public async Task KeepWithinRightsAsync(Account account, Caller by, DateTime now, CancellationToken cancellationToken)
    {
        await KeepWithinClearanceAsync(account, by.Subject, now, cancellationToken);
        if (!account.Active || !AccountRights.Of(account, await GrantsAsync(account, now, cancellationToken)).Roles.Contains(Roles.Administrator))
        {
            var proposer = account.Id.ToString();
            await db.Set<ProposedAct>().Where(a => a.ProposedBy == proposer && a.Audience == Keepers.Administrators).WithdrawAsync(RightIsOver, by, now, cancellationToken);
        }
    }

    /// <summary>No compartment names the person for longer than the account is cleared, for good or for a while.</summary>
    public async Task KeepWithinClearanceAsync(Account account, string by, DateTime now, CancellationToken cancellationToken)
    {
        if (account is { Active: true, Clearance: Classification.StrictlyConfidential })
        {
            return;
        }

        var clearing = account.Active ? (await GrantsAsync(account, now, cancellationToken)).Where(g => g.Clearance == Classification.StrictlyConfidential) : [];
        if (clearing.Max(g => (DateTime?)g.UntilTime) is not { } cleared)
        {
            await LeaveCompartmentsAsync(account.Id, by, now, cancellationToken);
            return;
        }

        foreach (var compartment in await CompartmentsAsync(account.Id, now, cancellationToken))
        {
            compartment.KeepWithin(account.Id, cleared, now);
        }
    }

    public async Task LeaveCompartmentsAsync(AccountId account, string by, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var compartment in await CompartmentsAsync(account, now, cancellationToken))
        {
            compartment.Leave(account, by, now);
        }
    }

    private async Task<List<Compartment>> CompartmentsAsync(AccountId account, DateTime now, CancellationToken cancellationToken)
    {
        var named = await CompartmentApi.Current(db, now).Where(m => m.Account == account).Select(m => m.Compartment).ToListAsync(cancellationToken);
        return await db.Compartments.Where(c => named.Contains(c.Id)).Include(c => c.Members).ToListAsync(cancellationToken);
    }

    // Those that end with this commit are open in the store yet.
    private async Task<List<Grant>> GrantsAsync(Account account, DateTime now, CancellationToken cancellationToken) =>
        [.. (await db.GrantsOf(account.Id, now).ToListAsync(cancellationToken)).Where(g => g.IsCurrent(now))];
}
