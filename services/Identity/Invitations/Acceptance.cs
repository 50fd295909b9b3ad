using Concord.Identity.Accounts;
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
    /// <summary>The invitation of a link that is still good; null for every other, whatever is wrong with it.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (InvitationToken.Hash(token), time.Now());
        var found = await db.Invitations.SingleOrDefaultAsync(i => i.TokenHash == hash, cancellationToken);
        var key = Account.KeyOf(found?.Email ?? "");
        return found?.StateAt(now) == InvitationState.Waiting && !await db.Accounts.AnyAsync(a => a.EmailKey == key, cancellationToken) ? found : null;
    }

    /// <param name="invitation">Found to be good.</param>
    /// <param name="complete">Gives the account what its person signs in by.</param>
    /// <param name="begin">Told of the account before anything is saved.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The account; null where somebody was faster, or the organization takes nobody any more.</returns>
    public async Task<Account?> AcceptAsync(Invitation invitation, Action<Account> complete, Action<Account> begin, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var account = Account.Open(AccountId.New(), invitation.Email, invitation.DisplayName, invitation.Organization, invitation.Roles, invitation.Clearance, now);
        var inviter = new Caller(invitation.InvitedBy, invitation.InvitedByName, null, new HashSet<string>(), default);
        account.Read(invitation.Language);
        begin(account);
        try
        {
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
}
