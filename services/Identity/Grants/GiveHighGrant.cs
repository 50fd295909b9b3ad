using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Compartments;
using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Concord.Identity.Resets;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Grants;

/// <summary>What would be granted; the reason is the act's own.</summary>
/// <param name="DisplayName">The person's name, for whoever decides.</param>
/// <param name="Role">The role, where one is given.</param>
/// <param name="Clearance">The clearance, where one is given.</param>
/// <param name="UntilTime">When it would end by itself, UTC.</param>
/// <param name="Version">The version of the account it was proposed for.</param>
/// <param name="Known">What is known of the account.</param>
internal sealed record ProposedGrant(string DisplayName, string? Role, Classification? Clearance, DateTime UntilTime, long Version, KnownAccount? Known = null);

/// <summary>Granting one of the high rights for a while: two administrators agree, as where it is for good. One who is alone decides alone; the chain says so.</summary>
internal sealed class GiveHighGrant(IdentityDb db, TimeProvider time) : IFourEyesAct
{
    public const string ActName = "accounts.grant";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var (wished, now) = (act.Read<ProposedGrant>(), time.Now());
        var account = ResourceName.TryParse<AccountId>(act.Record, out var id) ? await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) : null;
        if (account is not { Active: true } || account.Version != wished.Version || wished.UntilTime <= now || await db.HasLeftAsync(account.Organization, cancellationToken)
            || account.Roles.Contains(wished.Role) || wished.Clearance <= account.Clearance)
        {
            throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title);
        }

        account.RequireOwnPassword();
        await RaiseAccount.RequireNotForHimselfAsync(db, act, account.Id, approver, now, cancellationToken);
        await db.RequireNoHandInAsync(account.Id, now, cancellationToken, act.ProposedBy, approver.Subject);
        var grant = Grant.Give(account, new GiveGrant(wished.Role, wished.Clearance, act.Reason, wished.UntilTime), act.ProposedBy, approver.Subject, now);
        await db.RequireNoEqualAsync(grant, now, cancellationToken);
        db.Add(grant);
        account.ChangeAccess();
    }

    /// <summary>Keeps it for another administrator to decide on.</summary>
    public static ProposedAct Propose(IdentityDb db, Account account, Grant grant, KnownAccount known, Caller by, DateTime now) => db.Propose(
        ActName, account.Id.ToString(), new ProposedGrant(account.DisplayName, grant.Role, grant.Clearance, grant.UntilTime, account.Version, known), Keepers.Administrators, grant.Reason, by, now);
}
