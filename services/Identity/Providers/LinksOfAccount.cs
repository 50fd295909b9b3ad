using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Providers;

/// <summary>What an account is linked to, and what may be done with it.</summary>
internal sealed class LinksOfAccount(IdentityDb db, ProviderRegister register)
{
    public Task<List<AccountLink>> AllAsync(AccountId account, CancellationToken cancellationToken) =>
        db.Links.Where(l => l.Account == account).OrderBy(l => l.CreateTime).ThenBy(l => l.Id).ToListAsync(cancellationToken);

    /// <summary>Providers that may vouch for a second factor of the person, by a link there is.</summary>
    public async Task<IReadOnlyList<Provider>> SecondFactorsAsync(Account account, CancellationToken cancellationToken)
    {
        var able = register.For(account.Organization).Where(p => p.VouchesForSecondFactor).ToList();
        return able.Count == 0 ? [] : [.. (await AllAsync(account.Id, cancellationToken)).Select(register.Of).OfType<Provider>().Intersect(able)];
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
        && (account.HasPassword || all.Any(l => l.Id != link.Id && register.Of(l)?.SpeaksFor(account.Organization) == true) || await db.Passkeys.AnyAsync(p => p.Account == account.Id, cancellationToken));

    /// <summary>Removes it with the next save; every session that it began ends.</summary>
    public async Task RemoveAsync(AccountLink link, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var session in await db.Sessions.Where(s => s.Link == link.Id && s.EndTime == null && s.ExpireTime > now).ToListAsync(cancellationToken))
        {
            session.End(now);
        }

        db.Remove(link);
    }
}
