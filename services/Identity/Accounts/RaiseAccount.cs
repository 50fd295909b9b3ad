using Concord.Contracts.Access;
using Concord.Identity.Compartments;
using Concord.Identity.Delegations;
using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Concord.Identity.Resets;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>An account as it is to be, the version it was proposed for, and what is known of it; null where it has only just been opened.</summary>
internal sealed record RaisedAccount(string DisplayName, IReadOnlyList<string> Roles, Classification Clearance, bool Active, long Version, KnownAccount? Known = null);

/// <summary>Giving an account one of the high rights (<see cref="Account.HighRights"/>): two administrators agree. One who is alone decides alone; the chain says so.</summary>
internal sealed class RaiseAccount(IdentityDb db, AccountClosing closing, TimeProvider time) : IFourEyesAct
{
    public const string ActName = "accounts.raise";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var wished = act.Read<RaisedAccount>();
        var account = ResourceName.TryParse<AccountId>(act.Record, out var id) ? await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : null;
        if (account?.Version != wished.Version)
        {
            throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title);
        }

        if (wished.Active && await db.HasLeftAsync(account.Organization, cancellationToken))
        {
            throw Fail.Because(IdentityReasons.OrganizationLeft, IdentityReasons.OrganizationLeft.Title);
        }

        account.RequireOwnPassword();
        await RequireNotForHimselfAsync(db, act, account.Id, approver, time.Now(), cancellationToken);
        await db.RequireNoHandInAsync(account.Id, time.Now(), cancellationToken, act.ProposedBy, approver.Subject);
        var kept = account.KeepsThePlatform;
        account.Edit(new AccountEdit(wished.DisplayName, wished.Roles, wished.Clearance, wished.Active), approver, time.Now());
        await closing.FollowEditAsync(account, kept, approver, time.Now(), cancellationToken);
    }

    /// <summary>Keeps it for another administrator to decide on.</summary>
    public static ProposedAct Propose(IdentityDb db, AccountId account, AccountEdit wished, long version, Caller by, DateTime now, KnownAccount? known = null) => db.Propose(
        ActName, account.ToString(), new RaisedAccount(wished.DisplayName!, wished.Roles!, wished.Clearance!.Value, wished.Active == true, version, known), Keepers.Administrators, null, by, now);

    /// <summary>
    /// Whether there is somebody to ask. Who was an administrator as long ago as an act waits still counts: otherwise one of two who closes the other's account could at once do alone what takes both.
    /// </summary>
    public static Task<bool> HasAnotherAdministratorAsync(IdentityDb db, Caller than, DateTime now, CancellationToken cancellationToken) =>
        HasAnotherAdministratorAsync(db, than, default, now, cancellationToken);

    /// <summary>Nobody agrees to what he would be given himself, or whoever stands for him, where a third administrator can be asked. Where there are two, the one who proposed it is the other.</summary>
    public static async Task RequireNotForHimselfAsync(IdentityDb db, ProposedAct act, AccountId account, Caller approver, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.IsForHimselfAsync(approver, account, now, cancellationToken) && await HasAnotherAdministratorAsync(db, approver.Subject, IdOf(act.ProposedBy), now, cancellationToken))
        {
            throw Fail.Because(IdentityReasons.OwnAccount, IdentityReasons.OwnAccount.Title);
        }
    }

    /// <summary>The same where it concerns an account, whose holder does not count.</summary>
    public static Task<bool> HasAnotherAdministratorAsync(IdentityDb db, Caller than, AccountId concerned, DateTime now, CancellationToken cancellationToken) =>
        HasAnotherAdministratorAsync(db, than.Subject, concerned, now, cancellationToken);

    private static AccountId IdOf(string subject) => ResourceName.TryParse<AccountId>(subject, out var id) ? id : default;

    private static async Task<bool> HasAnotherAdministratorAsync(IdentityDb db, string than, AccountId concerned, DateTime now, CancellationToken cancellationToken)
    {
        var (self, since) = (IdOf(than), now - ProposedAct.Lifetime);
        var others = db.Accounts.Where(a => a.Id != self && a.Id != concerned);
        var granted = db.Grants.Where(g => g.Role == Roles.Administrator && g.Account != self && g.Account != concerned && (g.EndTime > since || (g.EndTime == null && g.UntilTime > since)));
        return await granted.AnyAsync(cancellationToken) || await others.AnyAsync(a => a.AdministratorUntilTime > since, cancellationToken) || await others.Where(a => a.Active).FirstAdministratorAsync(cancellationToken) is not null;
    }
}
