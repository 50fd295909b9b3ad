using Concord.Identity.Accounts;
using Concord.Identity.Compartments;
using Concord.Identity.Factors;
using Concord.Identity.Persistence;
using Concord.Identity.Resets;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Providers;

/// <summary>Which link, and whose; what the provider is called and what it called the person, for whoever decides.</summary>
internal sealed record LostLink(string DisplayName, string Provider, string Label, Guid Link);

/// <summary>
/// Removing a link by which a provider vouches for a second factor: it is one, so two administrators agree, as where all are removed (<see cref="RemoveFactors"/>). One who is alone decides alone; the chain says so.
/// </summary>
internal sealed class RemoveVouchingLink(IdentityDb db, LinksOfAccount links, TimeProvider time) : IFourEyesAct
{
    public const string ActName = "accounts.removeLink";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var lost = new LinkId(act.Read<LostLink>().Link);
        var link = ResourceName.TryParse<AccountId>(act.Record, out var id) ? await db.Links.SingleOrDefaultAsync(l => l.Id == lost && l.Account == id, cancellationToken) : null;
        if (link is null)
        {
            throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title);
        }

        RemoveFactors.RequireAnother(id, approver);
        await links.RemoveAsync(link, await AccountApi.FindAsync(db, id, cancellationToken), cancellationToken);
        db.NoteReset(id, ResetKind.Link, act.ProposedBy, approver.Subject, time.Now());
    }

    /// <summary>Keeps it for another administrator to decide on.</summary>
    public static ProposedAct Propose(IdentityDb db, Account account, AccountLink link, string provider, string reason, Caller by, DateTime now) =>
        db.Propose(ActName, account.Id.ToString(), new LostLink(account.DisplayName, provider, link.Label, link.Id.Value), Keepers.Administrators, reason, by, now);
}
