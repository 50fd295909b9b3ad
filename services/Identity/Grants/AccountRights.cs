using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Grants;

/// <summary>What a person may do at an instant: what the account holds, and what was granted to it for a while.</summary>
/// <param name="Roles">Every role, sorted.</param>
/// <param name="Clearance">The highest.</param>
/// <param name="UntilTime">When the first of the grants that gave something ends, UTC; null where none did.</param>
internal sealed record AccountRights(IReadOnlyList<string> Roles, Classification Clearance, DateTime? UntilTime)
{
    /// <param name="account">Whose.</param>
    /// <param name="grants">Those of the account that count at the instant.</param>
    public static AccountRights Of(Account account, IEnumerable<Grant> grants)
    {
        var giving = grants.Where(g => (g.Role is { } role && !account.Roles.Contains(role)) || g.Clearance > account.Clearance).ToList();
        return new AccountRights(
            [.. giving.Select(g => g.Role).OfType<string>().Concat(account.Roles).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            giving.Select(g => g.Clearance).OfType<Classification>().Append(account.Clearance).Max(),
            giving.Count == 0 ? null : giving.Min(g => g.UntilTime));
    }

    public static async Task<AccountRights> AtAsync(IdentityDb db, Account account, DateTime instant, CancellationToken cancellationToken) =>
        Of(account, await db.GrantsOf(account.Id, instant).AsNoTracking().ToListAsync(cancellationToken));
}

internal static class GrantQueries
{
    /// <summary>What counts for the account at this instant.</summary>
    public static IQueryable<Grant> GrantsOf(this IdentityDb db, AccountId account, DateTime instant) => db.Grants.Where(g => g.Account == account && g.EndTime == null && g.UntilTime > instant);

    /// <summary>Refuses what a grant gives already that is open for as long. Of two given in one moment one counts: each changes the account.</summary>
    public static async Task RequireNoEqualAsync(this IdentityDb db, Grant grant, DateTime now, CancellationToken cancellationToken)
    {
        if (await db.GrantsOf(grant.Account, now).Where(g => g.Role == grant.Role && g.Clearance == grant.Clearance && g.UntilTime >= grant.UntilTime).OrderBy(g => g.Id).FirstOrDefaultAsync(cancellationToken) is { } equal)
        {
            throw Fail.Because(IdentityReasons.AlreadyGranted, IdentityReasons.AlreadyGranted.Title, ("grant", GrantApi.NameOf(equal)));
        }
    }

    /// <summary>Whether the account has a high right (<see cref="Account.HighRights"/>) or had one after this instant, if only for a while.</summary>
    public static async Task<bool> HadHighRightAsync(this IdentityDb db, Account account, DateTime since, CancellationToken cancellationToken) =>
        account.HadHighRights(since)
        || (await db.Grants.AsNoTracking().Where(g => g.Account == account.Id && g.UntilTime > since && (g.EndTime == null || g.EndTime > since)).ToListAsync(cancellationToken)).Exists(g => g.IsHigh);

    /// <summary>Until when the account is cleared for what is Strictly Confidential, UTC: without an end where it always is; null where it is not now.</summary>
    public static async Task<DateTime?> ClearedUntilAsync(this IdentityDb db, Account account, DateTime now, CancellationToken cancellationToken) =>
        account.Clearance == Classification.StrictlyConfidential
            ? DateTime.MaxValue
            : await db.GrantsOf(account.Id, now).Where(g => g.Clearance == Classification.StrictlyConfidential).OrderByDescending(g => g.UntilTime).Select(g => (DateTime?)g.UntilTime).FirstOrDefaultAsync(cancellationToken);
}
