using Concord.Identity.Accounts;
using Concord.Identity.Grants;
using Concord.Identity.Persistence;
using Concord.Identity.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Factors;

/// <summary>All that an account has beside its password.</summary>
internal sealed record AccountFactors(Authenticator? Authenticator, IReadOnlyList<Passkey> Passkeys, RecoveryCodes? Codes)
{
    /// <summary>Whether a second factor is asked for. The codes are for the loss of one, and are none by themselves.</summary>
    public bool Any => Authenticator is not null || Passkeys.Count > 0;

    public IReadOnlyList<FactorId> Ids => [.. Passkeys.Select(p => p.Id).Concat(Authenticator is null ? [] : [Authenticator.Id])];

    public static async Task<AccountFactors> OfAsync(IdentityDb db, AccountId account, CancellationToken cancellationToken) => new(
        await db.Authenticators.SingleOrDefaultAsync(a => a.Account == account, cancellationToken),
        await db.Passkeys.Where(p => p.Account == account).OrderBy(p => p.CreateTime).ThenBy(p => p.Id).ToListAsync(cancellationToken),
        await db.RecoveryCodes.SingleOrDefaultAsync(c => c.Account == account, cancellationToken));

    /// <summary>Whether one of them may go: whoever has rights that count only with a second factor keeps one, unless they have just shown that they lost it.</summary>
    public bool MayRemoveOne(AccountRights rights, PersonSession session) =>
        Ids.Count > 1 || !StepUp.IsNeededBy(rights) || session.StepUpBy == FactorKind.RecoveryCode;

    /// <summary>Removes one; with the last one the recovery codes, which recover nothing then.</summary>
    /// <returns>False where there is none of that id.</returns>
    public bool Remove(IdentityDb db, FactorId id)
    {
        object? found = Authenticator?.Id == id ? Authenticator : Passkeys.FirstOrDefault(p => p.Id == id);
        if (found is null)
        {
            return false;
        }

        db.Remove(found);
        if (Ids.Count == 1 && Codes is not null)
        {
            db.Remove(Codes);
        }

        return true;
    }
}
