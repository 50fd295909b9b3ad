using Concord.Identity.Factors;
using Concord.Identity.Invitations;
using Concord.Identity.Mail;
using Concord.Identity.Persistence;
using Concord.Identity.Sessions;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Texts;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Providers;

/// <summary>The two ways in which a subject of a provider becomes the person of an account. Neither believes an e-mail address.</summary>
internal sealed class ProviderLinking(IdentityDb db, SignedIn signedIn, Acceptance acceptance, MailDesk mail, TimeProvider time)
{
    /// <summary>By the person of the account, who has shown here a moment ago who they are (<see cref="FactorDoor"/>).</summary>
    public async Task<Entrance> LinkAsync(HttpContext http, Provider provider, ProviderPerson person, ProviderIntent intent, Speech say)
    {
        if (await signedIn.FindAsync(http) is not var (account, session) || session.Id != intent.Session)
        {
            return Entrance.Closed("PROVIDER_ANSWER_NOT_GOOD", null);
        }

        http.ActAs(account.Id.ToString(), account.Organization);
        if (!provider.SpeaksFor(account.Organization))
        {
            return Entrance.Closed("ACCOUNT_NOT_OPEN", account);
        }

        db.Add(AccountLink.Make(account.Id, provider, person, time.Now()));
        if (provider.VouchesForSecondFactor)
        {
            mail.TellAdded(account, say, time.Now());
        }

        try
        {
            await db.SaveChangesAsync(http.RequestAborted);
        }
        catch (DomainException e) when (e.Reason == IdentityReasons.AlreadyLinked)
        {
            db.ChangeTracker.Clear();
            return Entrance.Closed(e.Reason.Code, account);
        }

        return Entrance.To(Results.Redirect(LinkApi.AddressFor(intent.ReturnUrl)));
    }

    /// <summary>By whoever has the link of an invitation and is known to the provider of that organization.</summary>
    public async Task<Entrance> AcceptAsync(HttpContext http, Provider provider, ProviderPerson person, ProviderIntent intent)
    {
        var (pages, key) = ((await InvitationPages.BindAsync(http))!, provider.KeyOf(person.Subject));
        if (await acceptance.FindAsync(intent.Invitation ?? "", http.RequestAborted) is not { } invitation)
        {
            return Entrance.To(pages.NotGood());
        }

        if (!provider.SpeaksFor(invitation.Organization) || await db.Links.AnyAsync(l => l.Key == key, http.RequestAborted))
        {
            return Entrance.Closed("UNKNOWN_SUBJECT", null);
        }

        var account = await acceptance.AcceptAsync(
            invitation, a => db.Add(AccountLink.Make(a.Id, provider, person, time.Now())), a => http.ActAs(a.Id.ToString(), a.Organization), http.RequestAborted);
        return Entrance.To(account is null ? pages.NotGood() : pages.AcceptedBy(provider, waits: !account.Active));
    }
}
