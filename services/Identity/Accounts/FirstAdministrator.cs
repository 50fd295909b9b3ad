using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Identity.Persistence;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>Opens the account from which all others are opened, where there is none at all. Its password is replaced at the first sign-in, and its role counts as soon as a second factor is set up there.</summary>
internal sealed partial class FirstAdministrator(IdentityDb db, AccountOpening opening, IConfiguration configuration, TimeProvider time, ILogger<FirstAdministrator> logger) : IStoreSeed
{
    public const string Email = "administrator@concord.local";
    public static readonly Setting SignInFile = new("Identity:FirstSignInFile", "File that tells the password with which the first administrator signs in once; without it no account is made.");

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        if (await db.Accounts.AnyAsync(cancellationToken))
        {
            return;
        }

        if (SignInFile.In(configuration) is not { } path)
        {
            LogNoAccount(SignInFile.Key); // an account whose password nobody can learn would only stand in the way of one that somebody can
            return;
        }

        // The file first: a crash in between leaves a password without an account, which the next start uses.
        var (secrets, _) = SecretFile.ReadOrMake(path, [Email], (_, _) => Passwords.New());
        var account = Account.Open(
            new AccountId(WellKnown.Id("account", Email)), Email, "First administrator", WellKnown.Organization("UN"), [Roles.Administrator], Classification.Confidential, time.Now());
        account.SetPassword(opening.Hash(account, secrets[Email]), temporary: true);
        db.Add(account);
        await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "There is no account and {Key} is not set: no first administrator was made.")]
    private partial void LogNoAccount(string key);
}
