using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>What opening an account needs beside the account itself: a known organization, and a password hashed.</summary>
internal sealed class AccountOpening(IdentityDb db, IPasswordHasher<Account> hasher, TimeProvider time)
{
    /// <summary>Refuses an organization that is not registered, or has left.</summary>
    public async Task RequireKnownAsync(string organization, CancellationToken cancellationToken)
    {
        var known = ResourceName.TryParse<KnownOrganizationId>(organization, out var id) ? await db.KnownOrganizations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, cancellationToken) : null;
        if (known is null)
        {
            throw Fail.Because(IdentityReasons.UnknownOrganization, $"{organization} is not registered, or the news of it has not arrived yet.", ("organization", organization));
        }

        if (known.LeaveTime is not null)
        {
            throw Fail.Because(IdentityReasons.OrganizationLeft, IdentityReasons.OrganizationLeft.Title, ("organization", organization));
        }
    }

    /// <summary>Opens it with the next save, where nobody else has to agree; otherwise keeps it closed until a second administrator does.</summary>
    /// <returns>What waits for that person; null where nothing does.</returns>
    public async Task<ProposedAct?> AddAsync(Account account, Caller by, CancellationToken cancellationToken)
    {
        var wished = new AccountEdit(account.DisplayName, account.Roles, account.Clearance, account.Active);
        var waits = account.HighRights.Count > 0 && await RaiseAccount.HasAnotherAdministratorAsync(db, by, time.Now(), cancellationToken);
        if (waits)
        {
            account.WaitForApproval();
        }

        db.Add(account);
        return waits ? RaiseAccount.Propose(db, account.Id, wished, account.Version + 1, by, time.Now()) : null;
    }

    public string Hash(Account account, string password) => hasher.HashPassword(account, password);
}
