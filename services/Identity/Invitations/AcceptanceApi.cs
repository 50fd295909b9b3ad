using Concord.Contracts.Audit;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Identity.Providers;
using Concord.Identity.SignIn;
using Concord.Platform.Audit;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;

namespace Concord.Identity.Invitations;

/// <summary>Where a person who was invited chooses a password, or goes to the own organization's provider instead.</summary>
internal static class AcceptanceApi
{
    private const string Why = "Whoever has the link has no account yet.";

    public static void MapAcceptance(this IEndpointRouteBuilder root)
    {
        var routes = root.MapGroup(InvitationPages.Address).ExcludeFromDescription().AddEndpointFilter(Page.KeepFromOthersAsync);
        routes.MapGet("", ShowAsync).OpenToAll(Why);
        routes.MapPost("", AcceptAsync).OpenToAll(Why);
        routes.MapPost("/provider", AskProviderAsync).OpenToAll(Why);
    }

    private static async Task<IResult> ShowAsync(HttpContext http, InvitationPages pages, Acceptance acceptance, SignInThrottle throttle, IdentityDb db, string? token)
    {
        var (invitation, refusal) = await FindAsync(http, pages, acceptance, throttle, db, token ?? "");
        return refusal ?? pages.Choose(invitation!, token!);
    }

    private static async Task<IResult> AcceptAsync(HttpContext http, InvitationPages pages, Acceptance acceptance, SignInThrottle throttle, IAntiforgery guard, PasswordRules passwords, IdentityDb db, AccountOpening opening)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var (token, password) = (form["token"].ToString(), form["newPassword"].ToString());
        var (invitation, refusal) = await FindAsync(http, pages, acceptance, throttle, db, token);
        if (refusal is not null)
        {
            return refusal;
        }

        if (!await guard.IsRequestValidAsync(http))
        {
            return pages.Choose(invitation!, token, pages.TooOld);
        }

        if (pages.IsByProviderOnly(invitation!))
        {
            return pages.Choose(invitation!, token);
        }

        if (await passwords.FaultOfAsync(password, invitation!.Email, invitation.DisplayName, invitation.Organization, former: null, http.RequestAborted) is { } fault)
        {
            return pages.Choose(invitation, token, pages.Weak(fault));
        }

        var account = await acceptance.AcceptAsync(invitation, a => a.SetPassword(opening.Hash(a, password), temporary: false), a => http.ActAs(a.Id.ToString(), a.Organization), http.RequestAborted);
        return account is null ? pages.NotGood() : pages.Accepted(waits: !account.Active);
    }

    private static async Task<IResult> AskProviderAsync(
        HttpContext http, InvitationPages pages, ProviderPages onTheWay, ProviderRegister register, ProviderQuestion question, Acceptance acceptance, SignInThrottle throttle, IAntiforgery guard, IdentityDb db)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var token = form["token"].ToString();
        var (invitation, refusal) = await FindAsync(http, pages, acceptance, throttle, db, token);
        if (refusal is not null)
        {
            return refusal;
        }

        if (!await guard.IsRequestValidAsync(http))
        {
            return pages.Choose(invitation!, token, pages.TooOld);
        }

        return register.Find(form["provider"]) is { } provider && provider.SpeaksFor(invitation!.Organization)
            ? await question.AskAsync(http, provider, onTheWay, new ProviderIntent(ProviderPurpose.Accept, "/", Invitation: token, Fresh: true))
            : pages.Choose(invitation!, token);
    }

    // Links are tried like names at the sign-in: who has none that is good is slowed, by address.
    private static async Task<(Invitation? Invitation, IResult? Refusal)> FindAsync(HttpContext http, InvitationPages pages, Acceptance acceptance, SignInThrottle throttle, IdentityDb db, string token)
    {
        var (name, address) = (InvitationToken.Hash(token), SignInApi.AddressOf(http));
        if (throttle.Begin(name, address) is { Ticks: > 0 } wait)
        {
            return (null, pages.Wait(pages.TooMany(wait)));
        }

        if (await acceptance.FindAsync(token, http.RequestAborted) is not { } invitation)
        {
            await db.RecordAsync(AuditOutcome.Refused, "INVITATION_NOT_GOOD", [], http.RequestAborted);
            return (null, pages.NotGood());
        }

        throttle.Succeeded(name, address);
        return (invitation, null);
    }
}
