using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Grants;
using Concord.Identity.Persistence;
using Concord.Identity.Sessions;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Delegations;

/// <summary>What a person may do in a session at an instant: the own rights, or while acting for somebody that one's.</summary>
/// <param name="Rights">Roles, clearance, and when the first of it ends by itself.</param>
/// <param name="For">Whom the person acts for; null where for nobody.</param>
internal sealed record SessionRights(AccountRights Rights, Account? For)
{
    public static async Task<SessionRights> AtAsync(IdentityDb db, Account account, PersonSession session, DateTime instant, CancellationToken cancellationToken)
    {
        var own = await AccountRights.AtAsync(db, account, instant, cancellationToken);
        return await db.ActingAsync(account.Id, session, instant, cancellationToken) is var (delegation, person) ? new SessionRights(Of(own, person, delegation), person) : new SessionRights(own, null);
    }

    // What was granted to the person for a while was granted for the person's own work, and does not travel.
    internal static AccountRights Of(AccountRights own, Account person, Delegation delegation) => new(
        Delegation.RolesOf(person, delegation.IsByThePerson), (Classification)Math.Min((int)own.Clearance, (int)person.Clearance), own.UntilTime < delegation.UntilTime ? own.UntilTime : delegation.UntilTime);
}

internal static class DelegationQueries
{
    /// <summary>What has not ended, also what has not begun.</summary>
    public static IQueryable<Delegation> OpenDelegations(this IdentityDb db, DateTime now) => db.Delegations.Where(d => d.EndTime == null && d.UntilTime > now);

    /// <summary>Whether one of the two may act for the other, or will.</summary>
    public static Task<bool> StandForEachOtherAsync(this IdentityDb db, AccountId one, AccountId other, DateTime now, CancellationToken cancellationToken) =>
        db.OpenDelegations(now).AnyAsync(d => (d.Person == one && d.Delegate == other) || (d.Person == other && d.Delegate == one), cancellationToken);

    /// <summary>Whether what somebody gives to an account he would give to himself: it is his own, or of somebody who stands for him or for whom he stands.</summary>
    public static async Task<bool> IsForHimselfAsync(this IdentityDb db, Caller caller, AccountId account, DateTime now, CancellationToken cancellationToken) =>
        caller.IsAnyOf(account.ToString()) || (ResourceName.TryParse<AccountId>(caller.Subject, out var self) && await db.StandForEachOtherAsync(self, account, now, cancellationToken));

    /// <summary>For whom the person acts in this session, and by which delegation; null where for nobody.</summary>
    public static async Task<(Delegation Delegation, Account Person)?> ActingAsync(this IdentityDb db, AccountId account, PersonSession session, DateTime instant, CancellationToken cancellationToken)
    {
        if (session.ActsBy is not { } id)
        {
            return null;
        }

        var found = await db.OpenDelegations(instant).Where(d => d.Id == id && d.Delegate == account && d.FromTime <= instant)
            .Join(db.Accounts.Where(a => a.Active), d => d.Person, a => a.Id, (d, a) => new { Delegation = d, Person = a }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.Delegation, found.Person);
    }
}
