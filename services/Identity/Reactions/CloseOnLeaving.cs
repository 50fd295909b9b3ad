using Concord.Contracts.Events;
using Concord.Identity.Accounts;
using Concord.Identity.Invitations;
using Concord.Identity.Mail;
using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Concord.Platform.FourEyes;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Reactions;

/// <summary>
/// Nobody acts for an organization that has left: accounts, sessions, grants, delegations, invitations, places in compartments and machines of it end with the commit that hears of it. Where it comes back, it begins
/// anew: what ended stays ended.
/// </summary>
internal sealed partial class CloseOnLeaving(IdentityDb db, AccountClosing closing, MailDesk mail, TimeProvider time, ILogger<CloseOnLeaving> logger)
    : IEventHandler<OrganizationLeft>, IEventHandler<OrganizationRejoined>
{
    private const string Actor = "services/identity";
    private const string Why = "The organization has left.";

    public async Task HandleAsync(OrganizationLeft fact, CancellationToken cancellationToken)
    {
        var known = await FindAsync(fact.Organization, cancellationToken);
        if (!known.Hear(Instant.Truncate(fact.LeaveTime), fact.Version))
        {
            return;
        }

        var (organization, now) = (fact.Organization, time.Now());
        var kept = await KeptAsync(organization, cancellationToken);
        known.KeptAccount = kept?.ToString();
        var accounts = await db.Accounts.Where(a => a.Organization == organization).ToListAsync(cancellationToken);
        foreach (var account in accounts.Where(a => a.Active && a.Id != kept))
        {
            await closing.CloseAsync(account, Actor, now, cancellationToken);
        }

        if (kept is { } last)
        {
            await closing.EndGrantsAsync(accounts.Single(a => a.Id == last), Actor, now, cancellationToken);
            await closing.EndDelegationsAsync(last, Actor, now, cancellationToken);
            await closing.LeaveCompartmentsAsync(last, Actor, now, cancellationToken);
            LogKept(last.ToString(), organization);
        }

        await WithdrawAsync([.. accounts.Select(a => a.Id.ToString())], now, cancellationToken);
        await RevokeInvitationsAsync(organization, now, cancellationToken);
        foreach (var client in await db.Clients.Where(c => c.Organization == organization && c.Active).ToListAsync(cancellationToken))
        {
            client.Disable();
        }
    }

    public async Task HandleAsync(OrganizationRejoined fact, CancellationToken cancellationToken) => (await FindAsync(fact.Organization, cancellationToken)).Hear(null, fact.Version);

    // Whatever was heard first, the name comes with another fact.
    private async Task<KnownOrganization> FindAsync(string organization, CancellationToken cancellationToken)
    {
        var id = ResourceName.TryParse<KnownOrganizationId>(organization, out var parsed) ? parsed : throw new FormatException("The organization of the fact has no resource name."); // parked, and not lost
        return await db.KnownOrganizations.FindAsync([id], cancellationToken) ?? db.Add(new KnownOrganization { Id = id, DisplayName = "", Acronym = "", CreateTime = time.Now() }).Entity;
    }

    // Without any administrator nobody could ever open an account again: the one who has been there longest stays until there is another.
    private async Task<AccountId?> KeptAsync(string leaving, CancellationToken cancellationToken)
    {
        var active = db.Accounts.Where(a => a.Active);
        return await active.Where(a => a.Organization != leaving).FirstAdministratorAsync(cancellationToken) is null
            ? await active.Where(a => a.Organization == leaving).FirstAdministratorAsync(cancellationToken)
            : null;
    }

    // What its people proposed, or somebody for them, and what would open or raise an account of it.
    private async Task WithdrawAsync(List<string> accounts, DateTime now, CancellationToken cancellationToken) => await db.Set<ProposedAct>()
        .Where(a => a.Act != Compartments.ReviewBreakGlass.ActName && (accounts.Contains(a.ProposedBy) || accounts.Contains(a.ProposedFor!) || accounts.Contains(a.Record))).WithdrawAsync(Why, by: null, now, cancellationToken);

    private async Task RevokeInvitationsAsync(string organization, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var invitation in await db.Invitations.Where(i => i.Organization == organization && i.State == InvitationState.Waiting).ToListAsync(cancellationToken))
        {
            invitation.Revoke(now);
            await mail.DropAsync(invitation.Id.ToString(), cancellationToken);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Account} stays open although {Organization} has left: nobody else keeps the platform. Open another administrator's account, then close it.")]
    private partial void LogKept(string account, string organization);
}
