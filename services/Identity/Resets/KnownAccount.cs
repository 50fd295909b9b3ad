using System.Globalization;
using Concord.Identity.Accounts;
using Concord.Identity.Factors;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Resets;

/// <summary>What administrators last replaced of that by which a person signs in.</summary>
/// <param name="Kind">What.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="By">Who did it, or proposed it.</param>
/// <param name="ApprovedBy">Who agreed; null where nobody was asked.</param>
internal sealed record LastReset(ResetKind Kind, DateTime Time, ActPerson By, ActPerson? ApprovedBy);

/// <summary>What the platform knows of whether an account is in the hands of its person, for whoever agrees to a high right: as of the proposal, which another reset overtakes.</summary>
/// <param name="OpenTime">When the account was opened, UTC.</param>
/// <param name="FactorTime">When the newest of its second factors was set up, UTC; null where none is here.</param>
/// <param name="Reset">Null where administrators never replaced anything.</param>
internal sealed record KnownAccount(DateTime OpenTime, DateTime? FactorTime, LastReset? Reset)
{
    public static async Task<KnownAccount> OfAsync(IdentityDb db, Account account, CancellationToken cancellationToken)
    {
        var id = account.Id;
        var factors = await AccountFactors.OfAsync(db, id, cancellationToken);
        var reset = await db.Resets.AsNoTracking().Where(r => r.Account == id).OrderByDescending(r => r.CreateTime).ThenByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        return new(
            account.CreateTime, factors.Passkeys.Select(p => (DateTime?)p.CreateTime).Append(factors.Authenticator?.CreateTime).Max(),
            reset is null ? null : new(reset.Kind, reset.CreateTime, await PersonAsync(db, reset.By, cancellationToken), reset.ApprovedBy is null ? null : await PersonAsync(db, reset.ApprovedBy, cancellationToken)));
    }

    private static async Task<ActPerson> PersonAsync(IdentityDb db, string name, CancellationToken cancellationToken) => new(
        name, (ResourceName.TryParse<AccountId>(name, out var id) ? await db.Accounts.Where(a => a.Id == id).Select(a => a.DisplayName).SingleOrDefaultAsync(cancellationToken) : null) ?? name);
}

internal static class Resets
{
    /// <summary>Keeps, with the next save, who replaced what a person signs in by.</summary>
    public static void NoteReset(this IdentityDb db, AccountId account, ResetKind kind, string by, string? approvedBy, DateTime now) => db.Add(CredentialReset.Of(account, kind, by, approvedBy, now));

    /// <summary>Refuses a high right that one of these administrators would propose or agree to, who had a hand in such a thing lately: that one could be the person who gets it.</summary>
    public static async Task RequireNoHandInAsync(this IdentityDb db, AccountId account, DateTime now, CancellationToken cancellationToken, params string[] administrators)
    {
        var since = now - CredentialReset.Counts;
        var latest = await db.Resets.AsNoTracking().Where(r => r.Account == account && r.CreateTime > since && (administrators.Contains(r.By) || administrators.Contains(r.ApprovedBy)))
            .OrderByDescending(r => r.CreateTime).Select(r => (DateTime?)r.CreateTime).FirstOrDefaultAsync(cancellationToken);
        if (latest is { } time)
        {
            throw Fail.Because(IdentityReasons.CredentialsReset, IdentityReasons.CredentialsReset.Title, ("untilTime", (time + CredentialReset.Counts).ToString("O", CultureInfo.InvariantCulture)));
        }
    }
}
