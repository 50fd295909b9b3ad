using Concord.Contracts.Audit;
using Concord.Identity.Accounts;
using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Providers;

/// <summary>
/// Whether a person may come in otherwise than by the own organization's provider. An organization that turns passwords off wants whoever it has let go to be out here too:
/// so neither a password nor a passkey alone opens the account of somebody linked there. Whose link was removed has no password either (<see cref="LinksOfAccount.RemoveAsync"/>): a passkey, which stays a second factor,
/// opens alone only where there is one beside it.
/// </summary>
internal sealed class OtherWays(IdentityDb db, ProviderRegister register, TimeProvider time)
{
    /// <summary>In the chain, where somebody tried.</summary>
    public const string Closed = "BY_PROVIDER_ONLY";

    /// <summary>A one-time password stays good: it is how administrators let somebody in whose provider is lost.</summary>
    public async Task<bool> AreClosedAsync(Account account, CancellationToken cancellationToken)
    {
        var issuers = register.For(account.Organization).Where(p => p.PasswordsOff).Select(p => p.Issuer.OriginalString).ToList();
        return issuers.Count > 0 && !account.AwaitsNewPassword(time.Now())
            && (!account.HasOwnPassword || await db.Links.AnyAsync(l => l.Account == account.Id && issuers.Contains(l.Issuer), cancellationToken))
            && !await db.HasLeftAsync(account.Organization, cancellationToken); // its one account that stays open has no provider any more
    }

    public Task RefuseAsync(Account account, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear(); // a passkey that opened nothing was not used
        return db.RecordAsync(AuditOutcome.Refused, Closed, [account.Id.ToString()], cancellationToken);
    }
}
