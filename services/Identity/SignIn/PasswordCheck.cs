using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Identity.Providers;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.SignIn;

/// <summary>Whether name and password belong together. The same work for a name that does not exist, so that time tells nothing.</summary>
internal sealed class PasswordCheck(IdentityDb db, IPasswordHasher<Account> hasher, OtherWays ways, TimeProvider time)
{
    private static string? s_nobodysHash;

    /// <returns>The account where they do, the account named whether they do or not, and whether it is closed to passwords.</returns>
    public async Task<(Account? Account, AccountId? Named, bool Closed)> FindAsync(string email, string password, CancellationToken cancellationToken)
    {
        var key = Account.KeyOf(email);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.EmailKey == key, cancellationToken);
        var hash = account is { HasPassword: true } ? account.PasswordHash : (s_nobodysHash ??= hasher.HashPassword(null!, Passwords.New()));
        var result = hasher.VerifyHashedPassword(account!, hash, password.Length > Account.MaxPasswordLength ? "" : password);
        if (account is not { Active: true } || !account.PasswordIsGood(time.Now()) || result == PasswordVerificationResult.Failed)
        {
            return (null, account?.Id, false);
        }

        if (await ways.AreClosedAsync(account, cancellationToken))
        {
            return (null, account.Id, true);
        }

        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.Rehash(hasher.HashPassword(account, password));
            await db.SaveChangesAsync(cancellationToken);
        }

        return (account, account.Id, false);
    }
}
