using Concord.Identity.Compartments;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Accounts;

/// <summary>For whom a secret is to be made, and the version of that record it was proposed for.</summary>
internal sealed record ProposedSecret(string DisplayName, long Version);

/// <summary>
/// A secret that whoever sees it can use as if he were its holder, and that two administrators therefore agree on. Agreeing makes none: it lets the proposer make it, once, while the record is as it was, so that no list of
/// what was approved ever holds one.
/// </summary>
internal static class AgreedSecret
{
    public static ProposedAct ProposeSecret(this IdentityDb db, string act, string record, ProposedSecret wished, Caller by, DateTime now) =>
        db.Propose(act, record, wished, Keepers.Administrators, null, by, now);

    /// <summary>Refuses what is not as it was proposed for, or not there any more.</summary>
    public static void RequireAsProposed(this ProposedAct act, long? version)
    {
        if (version != act.Read<ProposedSecret>().Version)
        {
            throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title);
        }
    }

    /// <summary>Whether a second administrator has agreed to what this one proposed. Another secret is another version: it is good once.</summary>
    public static async Task<bool> IsSecretAgreedAsync(this IdentityDb db, string act, string record, long version, Caller by, DateTime now, CancellationToken cancellationToken)
    {
        var proposer = by.Subject;
        var agreed = await db.Set<ProposedAct>().AsNoTracking()
            .Where(a => a.Act == act && a.Record == record && a.ProposedBy == proposer && a.State == ProposedActState.Approved && a.ExpireTime > now).ToListAsync(cancellationToken);
        return agreed.Exists(a => a.Read<ProposedSecret>().Version == version);
    }
}
