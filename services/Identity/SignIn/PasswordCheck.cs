using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.SignIn;

/// <summary>Whether name and password belong together. The same work for a name that does not exist, so that time tells nothing.</summary>
internal sealed class PasswordCheck(IdentityDb db, IPasswordHasher<Account> hasher, TimeProvider time)
{
    private static string? s_nobodysHash;

    /// <returns>The account where they do, and the account named whether they do or not.</returns>
    public async Task<(Account? Account, AccountId? Named)> FindAsync(string email, string password, CancellationToken cancellationToken)
    {
        var key = Account.KeyOf(email);
        var account = await db.Accounts.SingleOrDefaultAsync(a => a.EmailKey == key, cancellationToken);
        var hash = account?.PasswordHash ?? (s_nobodysHash ??= hasher.HashPassword(null!, Passwords.New()));
        var result = hasher.VerifyHashedPassword(account!, hash, password.Length > Account.MaxPasswordLength ? "" : password);
        if (account is not { Active: true } || !account.PasswordIsGood(time.Now()) || result == PasswordVerificationResult.Failed)
        {
            return (null, account?.Id);
        }

        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            account.Rehash(hasher.HashPassword(account, password));
            await db.SaveChangesAsync(cancellationToken);
        }

        return (account, account.Id);
    }
}
