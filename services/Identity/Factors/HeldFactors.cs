using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Identity.Providers;

namespace Concord.Identity.Factors;

/// <summary>All that an account can show beside its password: what it has here, and the links by which a provider vouches.</summary>
internal sealed record HeldFactors(AccountFactors Here, IReadOnlyList<AccountLink> Vouching)
{
    public IReadOnlyList<Guid> Numbers => [.. Here.Ids.Select(f => f.Value), .. Vouching.Select(l => l.Id.Value)];

    public static async Task<HeldFactors> FindAsync(IdentityDb db, LinksOfAccount links, Account account, CancellationToken cancellationToken) =>
        new(await AccountFactors.OfAsync(db, account.Id, cancellationToken), await links.VouchingAsync(account, cancellationToken));

    public async Task RemoveAsync(IdentityDb db, LinksOfAccount links, Account account, CancellationToken cancellationToken)
    {
        foreach (var factor in Here.Ids)
        {
            Here.Remove(db, factor);
        }

        if (Here.Codes is not null)
        {
            db.Remove(Here.Codes);
        }

        foreach (var link in Vouching)
        {
            await links.RemoveAsync(link, account, cancellationToken);
        }

        account.EndSessions();
    }
}
