using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Grants;
using Concord.Identity.Mail;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Invitations;

/// <summary>Opens the account that a person was invited to, in the same way as an administrator opens one.</summary>
internal sealed class Acceptance(IdentityDb db, AccountOpening opening, MailDesk mail, TimeProvider time)
{
    /// <summary>The invitation of a link that is still good; null for every other, whatever is wrong with it: also where nobody answers for it any more.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (InvitationToken.Hash(token), time.Now());
        var found = await db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == hash, cancellationToken);
        var key = Account.KeyOf(found?.Email ?? "");
        return found?.StateAt(now) == InvitationState.Waiting && !await db.Accounts.AnyAsync(a => a.EmailKey == key, cancellationToken) && await InviterAsync(found, now, cancellationToken) is not null ? found : null;
    }

    /// <param name="invitation">Found to be good.</param>
    /// <param name="complete">Gives the account what its person signs in by.</param>
    /// <param name="begin">Told of the account before anything is saved.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The account; null where somebody was faster, the organization takes nobody any more, or nobody answers for it.</returns>
    public async Task<Account?> AcceptAsync(Invitation invitation, Action<Account> complete, Action<Account> begin, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var account = Account.Open(AccountId.New(), invitation.Email, invitation.DisplayName, invitation.Organization, invitation.Roles, invitation.Clearance, now);
        account.Read(invitation.Language);
        begin(account);
        try
        {
            if (await InviterAsync(invitation, now, cancellationToken) is not { } inviter)
            {
                return null;
            }

            await opening.RequireKnownAsync(account.Organization, cancellationToken);
            await opening.AddAsync(account, inviter, cancellationToken);
            complete(account);
            invitation.Accept(account.Id, now);
            await mail.DropAsync(invitation.Id.ToString(), cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return account;
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException || e is DomainException { Reason.Kind: Refusal.Conflict or Refusal.Unprocessable })
        {
            return null;
        }
    }

    /// <summary>Who answers for it, as he is now. Null where he could invite nobody any more: what he handed out ends with the right to, until another administrator sends it again.</summary>
    public async Task<Caller?> InviterAsync(Invitation invitation, DateTime now, CancellationToken cancellationToken)
    {
        var inviter = ResourceName.TryParse<AccountId>(invitation.InvitedBy, out var id) ? await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Active, cancellationToken) : null;
        return inviter is not null && await AccountRights.AtAsync(db, inviter, now, cancellationToken) is var rights && rights.Roles.Contains(Roles.Administrator)
            ? new Caller(invitation.InvitedBy, invitation.InvitedByName, null, new HashSet<string>(), default) { RightsUntil = rights.UntilTime }
            : null;
    }
}
