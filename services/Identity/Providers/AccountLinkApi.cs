using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Identity.Resets;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Providers;

/// <summary>That a person signs in by the own organization's provider.</summary>
/// <param name="Name">Resource name, <c>links/{uuid}</c>.</param>
/// <param name="Provider">What people call the provider; its issuer where it is set no more.</param>
/// <param name="Issuer">As its tokens name it.</param>
/// <param name="Label">The e-mail or name that the provider told when the link was made; may be empty.</param>
/// <param name="CreateTime">When it was made, UTC.</param>
internal sealed record AccountLinkAnswer(string Name, string Provider, string Issuer, string Label, DateTime CreateTime);

/// <summary>Why a link is removed.</summary>
/// <param name="Reason">1 to 2000 characters: how it is known who asked for it, for instance. May be absent where the provider vouches for no second factor.</param>
internal sealed record RemoveAccountLink(string? Reason);

/// <summary>The links of an account, for administrators. None of them can make one: it takes the person of the account, and the person at the provider.</summary>
internal static class AccountLinkApi
{
    public static void MapAccountLinks(this RouteGroupBuilder api)
    {
        var links = api.MapGroup("/accounts/{account}/links").WithTags("Accounts");
        links.MapGet("", ListAsync).Needs(IdentityPermissions.ReadAccounts).WithName("ListAccountLinks").WithSummary("List the identity providers that an account is linked to");
        links.MapPost("/{link}:remove", RemoveAsync).Needs(IdentityPermissions.ManageAccounts).WithName("RemoveAccountLink").WithSummary("Remove a link: the person comes in by it no more")
            .WithDescription("Every session of the account ends. Where the provider is the only way in for its people (`PasswordsOff`), their own password goes with the link, and a passkey alone opens nothing: who is to come in again gets a one-time password. So does who has none. "
                + "Where the provider vouches for a second factor, nothing changes yet: 202 with what now waits for a second administrator under `approvals/identity`. Only where there is no other administrator it is done at once.");
    }

    private static async Task<Ok<Page<AccountLinkAnswer>>> ListAsync(AccountId account, IdentityDb db, LinksOfAccount links, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await AccountApi.FindAsync(db, account, cancellationToken);
        return TypedResults.Ok(await db.Links.Where(l => l.Account == account).PageAsync<AccountLink, LinkId, AccountLinkAnswer>(page, $"{account}/links", l => ToAnswer(l, links), cancellationToken));
    }

    private static async Task<Results<Ok<AccountLinkAnswer>, Accepted<ProposedActAnswer>>> RemoveAsync(
        AccountId account, LinkId link, RemoveAccountLink request, IdentityDb db, LinksOfAccount links, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.Links.SingleOrDefaultAsync(l => l.Id == link && l.Account == account, cancellationToken) ?? throw Fail.NotFound(link.ToString());
        if (caller.Subject == account.ToString())
        {
            throw Fail.Because(IdentityReasons.OwnAccount, "Remove your own link on your own page, or ask another administrator.");
        }

        var (holder, now) = (await AccountApi.FindAsync(db, account, cancellationToken), time.Now());
        if ((await links.VouchingAsync(holder, cancellationToken)).Contains(found))
        {
            var check = new Violations();
            var reason = check.Text(request.Reason, "reason", 2000);
            check.ThrowIfAny();
            if (await RaiseAccount.HasAnotherAdministratorAsync(db, caller, account, now, cancellationToken))
            {
                var act = RemoveVouchingLink.Propose(db, holder, found, links.NameOf(found), reason, caller, now);
                await db.SaveChangesAsync(cancellationToken);
                return TypedResults.Accepted($"/api/v1/{AccountApi.NameOf(act)}", response.Tagged(act, ProposedActAnswer.Of(IdentityModule.Name, act, now)));
            }

            db.NoteReset(account, ResetKind.Link, caller.Subject, approvedBy: null, now);
        }

        await links.RemoveAsync(found, holder, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(ToAnswer(found, links));
    }

    private static AccountLinkAnswer ToAnswer(AccountLink link, LinksOfAccount links) => new(link.Id.ToString(), links.NameOf(link), link.Issuer, link.Label, link.CreateTime);
}
