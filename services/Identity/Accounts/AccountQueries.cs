using Concord.Contracts.Access;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

internal static class AccountQueries
{
    /// <summary>The one of these accounts that has kept the platform for longest; null where none does. Roles are one text in the store, so that they are looked at here.</summary>
    public static async Task<AccountId?> FirstAdministratorAsync(this IQueryable<Account> accounts, CancellationToken cancellationToken)
    {
        await foreach (var account in accounts.OrderBy(a => a.CreateTime).ThenBy(a => a.Id).Select(a => new { a.Id, a.Roles }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (account.Roles.Contains(Roles.Administrator))
            {
                return account.Id;
            }
        }

        return null;
    }
}
