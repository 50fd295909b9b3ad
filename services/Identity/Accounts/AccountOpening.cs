using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>What opening an account needs beside the account itself: a known organization, and a password hashed.</summary>
internal sealed class AccountOpening(IdentityDb db, IPasswordHasher<Account> hasher)
{
    public async Task RequireKnownAsync(string organization, CancellationToken cancellationToken)
    {
        if (!ResourceName.TryParse<KnownOrganizationId>(organization, out var id) || !await db.KnownOrganizations.AnyAsync(o => o.Id == id, cancellationToken))
        {
            throw Fail.Because(IdentityReasons.UnknownOrganization, $"{organization} is not registered, or the news of it has not arrived yet.", ("organization", organization));
        }
    }

    public string Hash(Account account, string password) => hasher.HashPassword(account, password);
}
