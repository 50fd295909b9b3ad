using System.ComponentModel;
using Concord.Identity.Accounts;
using Concord.Identity.Mail;
using Concord.Identity.Persistence;
using Concord.Identity.Tokens;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Idempotency;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Invitations;

/// <summary>Another link for the same invitation.</summary>
/// <param name="Days">For how long it is good from now; 1 to 30, 7 where absent.</param>
internal sealed record ResendInvitation(int? Days);

/// <summary>Invitations: find, decide, raise, save, answer.</summary>
internal static class InvitationApi
{
    public static void MapInvitations(this RouteGroupBuilder api)
    {
        var invitations = api.MapGroup("/invitations").WithTags("Invitations");
        invitations.MapGet("", ListAsync).Needs(IdentityPermissions.ReadAccounts).WithName("ListInvitations").WithSummary("List invitations");
        invitations.MapGet("/{invitation}", GetAsync).Needs(IdentityPermissions.ReadAccounts).WithName("GetInvitation").WithSummary("Get an invitation");
        invitations.MapPost("", InviteAsync).AnswersSecret().Needs(IdentityPermissions.ManageAccounts).WithName("InvitePerson").WithSummary("Invite a person to open an account")
            .WithDescription("The link goes by mail where the installation has a mail server; otherwise this answer shows it, once. A high right takes a second administrator once the person has accepted.");
        invitations.MapPost("/{invitation}:revoke", RevokeAsync).Needs(IdentityPermissions.ManageAccounts).WithName("RevokeInvitation").WithSummary("Revoke an invitation: its link is dead");
        invitations.MapPost("/{invitation}:resend", ResendAsync).AnswersSecret().Needs(IdentityPermissions.ManageAccounts).WithName("ResendInvitation").WithSummary("Send another link; the one before is dead")
            .WithDescription("Where whoever invited is no administrator any more, you answer for the invitation from then on.");
    }

    private static async Task<Ok<Page<InvitationAnswer>>> ListAsync(
        IdentityDb db, [AsParameters] PageRequest page, [Description("Only in this state.")] Choice<InvitationState>? state, [Description("Only to this organization.")] string? organization,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var query = organization is null ? db.Invitations : db.Invitations.Where(i => i.Organization == organization);
        query = state?.Value switch
        {
            null => query,
            InvitationState.Waiting => query.Where(i => i.State == InvitationState.Waiting && i.ExpireTime > now),
            InvitationState.Expired => query.Where(i => i.State == InvitationState.Waiting && i.ExpireTime <= now),
            { } closed => query.Where(i => i.State == closed),
        };
        var found = await query.PageAsync<Invitation, InvitationId, Invitation>(page, $"invitations?state={state}&organization={organization}", i => i, cancellationToken);
        var mails = await db.MailStatesAsync(found.Items.Select(i => i.Id.ToString()), cancellationToken);
        return TypedResults.Ok(new Page<InvitationAnswer>([.. found.Items.Select(i => InvitationAnswers.ToAnswer(i, mails.Find(i.Id.ToString()), now))], found.NextPageToken));
    }

    private static async Task<Ok<InvitationAnswer>> GetAsync(InvitationId invitation, IdentityDb db, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, invitation, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, await ToAnswerAsync(db, found, time.Now(), cancellationToken)));
    }

    private static async Task<Created<InvitationWithLink>> InviteAsync(
        InvitePerson request, IdentityDb db, AccountOpening opening, MailDesk mail, IConfiguration configuration, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var (token, now) = (InvitationToken.New(), time.Now());
        var invitation = Invitation.Make(request, token, caller, now);
        await opening.RequireKnownAsync(invitation.Organization, cancellationToken);
        var key = Account.KeyOf(invitation.Email);
        if (await db.Accounts.AnyAsync(a => a.EmailKey == key, cancellationToken))
        {
            throw Fail.Because(IdentityReasons.DuplicateAccount, IdentityReasons.DuplicateAccount.Title);
        }

        if (await db.Invitations.SingleOrDefaultAsync(i => i.OpenKey == key && i.ExpireTime <= now, cancellationToken) is { } before)
        {
            before.Revoke(now); // nobody can accept it any more; its address makes room for the new one
        }

        db.Add(invitation);
        return TypedResults.Created($"/api/v1/{invitation.Id}", response.Tagged(invitation, await HandAsync(db, invitation, token, mail, configuration, now, cancellationToken)));
    }

    private static async Task<Ok<InvitationAnswer>> RevokeAsync(InvitationId invitation, IdentityDb db, MailDesk mail, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, invitation, cancellationToken);
        http.Request.CheckMatch(found);
        found.Revoke(time.Now());
        await mail.DropAsync(invitation.ToString(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await ToAnswerAsync(db, found, time.Now(), cancellationToken)));
    }

    private static async Task<Ok<InvitationWithLink>> ResendAsync(
        InvitationId invitation, ResendInvitation request, IdentityDb db, AccountOpening opening, MailDesk mail, IConfiguration configuration, Acceptance acceptance, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, invitation, cancellationToken);
        http.Request.CheckMatch(found);
        var (token, now) = (InvitationToken.New(), time.Now());
        found.Renew(request.Days, token, now);
        if (await acceptance.InviterAsync(found, now, cancellationToken) is null)
        {
            found.HandOver(caller.Subject, caller.DisplayName); // only then: whoever sends a letter again has not looked at what a second one agrees to
        }
        else if (!mail.IsOpen && found.InvitedBy != caller.Subject)
        {
            // He would be shown the link, could come in as the person, and then agree to the high right that the other one wished.
            throw Fail.Because(IdentityReasons.NotTheInviter, IdentityReasons.NotTheInviter.Title);
        }

        await opening.RequireKnownAsync(found.Organization, cancellationToken);
        await mail.DropAsync(invitation.ToString(), cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await HandAsync(db, found, token, mail, configuration, now, cancellationToken)));
    }

    // By mail where there is a mail server; else the administrator hands it over.
    private static async Task<InvitationWithLink> HandAsync(
        IdentityDb db, Invitation invitation, string token, MailDesk mail, IConfiguration configuration, DateTime now, CancellationToken cancellationToken)
    {
        var link = InvitationToken.Link(TokenServer.Issuer(configuration), token);
        if (mail.IsOpen)
        {
            mail.Take(invitation.Id.ToString(), invitation.Email, InvitationMail.Of(invitation, link), invitation.ExpireTime, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new InvitationWithLink(await ToAnswerAsync(db, invitation, now, cancellationToken), mail.IsOpen ? null : link);
    }

    private static async Task<InvitationAnswer> ToAnswerAsync(IdentityDb db, Invitation invitation, DateTime now, CancellationToken cancellationToken) =>
        InvitationAnswers.ToAnswer(invitation, (await db.MailStatesAsync([invitation.Id.ToString()], cancellationToken)).Find(invitation.Id.ToString()), now);

    private static async Task<Invitation> FindAsync(IdentityDb db, InvitationId id, CancellationToken cancellationToken) =>
        await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());
}
