using Concord.Identity.Accounts;
using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Providers;

/// <summary>What an account is linked to, and what may be done with it.</summary>
internal sealed class LinksOfAccount(IdentityDb db, ProviderRegister register)
{
    public Task<List<AccountLink>> AllAsync(AccountId account, CancellationToken cancellationToken) =>
        db.Links.Where(l => l.Account == account).OrderBy(l => l.CreateTime).ThenBy(l => l.Id).ToListAsync(cancellationToken);

    /// <summary>Providers that may vouch for a second factor of the person, by a link there is.</summary>
    public async Task<IReadOnlyList<Provider>> SecondFactorsAsync(Account account, CancellationToken cancellationToken) =>
        [.. (await VouchingAsync(account, cancellationToken)).Select(register.Of).OfType<Provider>()];

    /// <summary>The links by which they may.</summary>
    public async Task<IReadOnlyList<AccountLink>> VouchingAsync(Account account, CancellationToken cancellationToken)
    {
        var able = register.For(account.Organization).Where(p => p.VouchesForSecondFactor).ToList();
        return able.Count == 0 ? [] : (await AllAsync(account.Id, cancellationToken)).FindAll(l => register.Of(l) is { } provider && able.Contains(provider));
    }

    /// <summary>Providers that the account could be linked to beside these.</summary>
    public IReadOnlyList<Provider> Others(Account account, IReadOnlyList<AccountLink> links) => [.. register.For(account.Organization).Except(links.Select(register.Of).OfType<Provider>())];

    /// <summary>What the provider of a link is called: its issuer, where it is set no more.</summary>
    public string NameOf(AccountLink link) => register.Of(link)?.DisplayName ?? link.Issuer;

    /// <summary>
    /// Whether the person may remove it. Not the last way in; and not where passwords are off, or who wants to stay in after the own organization has let them go would begin with that.
    /// </summary>
    public async Task<bool> MayRemoveAsync(Account account, AccountLink link, IReadOnlyList<AccountLink> all, CancellationToken cancellationToken) =>
        register.Of(link)?.PasswordsOff != true
        && (account.HasOwnPassword || all.Any(l => l.Id != link.Id && register.Of(l)?.SpeaksFor(account.Organization) == true)
            || (!register.For(account.Organization).Any(p => p.PasswordsOff) && await db.Passkeys.AnyAsync(p => p.Account == account.Id, cancellationToken)));

    /// <summary>
    /// Removes it with the next save. Every session of the account ends: one that began otherwise may have a second factor from there. Where it had closed the person's own password that goes with it,
    /// or who has just been let go would come in by it again; what is left is a one-time password of an administrator.
    /// </summary>
    public async Task RemoveAsync(AccountLink link, Account account, CancellationToken cancellationToken)
    {
        if (register.Of(link) is { PasswordsOff: true } provider && provider.SpeaksFor(account.Organization) && !await db.HasLeftAsync(account.Organization, cancellationToken))
        {
            account.DropOwnPassword();
        }

        account.EndSessions();
        db.Remove(link);
    }
}
