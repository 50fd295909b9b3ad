using Concord.Identity.Accounts;
using Concord.Identity.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using static Concord.Identity.SignIn.SignInPages;

namespace Concord.Identity.Invitations;

/// <summary>The pages behind the link of an invitation, in the language of the person who opens it.</summary>
internal sealed class InvitationPages(HttpContext http, IAntiforgery guard)
{
    public const string Address = "/account/invitation";
    private readonly SignInPages _family = For(http);

    public static ValueTask<InvitationPages?> BindAsync(HttpContext http) => ValueTask.FromResult<InvitationPages?>(new(http, http.RequestServices.GetRequiredService<IAntiforgery>()));

    public Platform.Texts.Speech Say => _family.Say;

    public SignIn.Refusal TooOld => _family.TooOld;

    public SignIn.Refusal Weak(PasswordFault fault) => new(StatusCodes.Status400BadRequest, new Fault(_family.WordsFor(fault), "newPassword"));

    public SignIn.Refusal TooMany(int seconds) => new(StatusCodes.Status429TooManyRequests, new Fault(Say.Count("signIn.tooMany", seconds)));

    public IResult Choose(Invitation invitation, string token, SignIn.Refusal? refusal = null) => Show(Say["invitation.title"], token, refusal?.Status ?? StatusCodes.Status200OK, $"""
        {Summary(Say["invitation.refused"], refusal)}
        <p>{Say["invitation.text"]}</p>
        <form method="post" action="{Address}">
          {Hidden(token)}
          <div class="field">
            <label for="email">{Say["signIn.email"]}</label>
            <input id="email" type="email" autocomplete="username" readonly dir="ltr" value="{invitation.Email}">
          </div>
          {Password("newPassword", Say["invitation.password"], "new-password", refusal, Say.Count("password.short", Account.MinPasswordLength))}
          <button type="submit">{Say["invitation.do"]}</button>
        </form>
        """);

    public IResult Accepted(bool waits) => Show(Say["invitation.accepted.title"], "", StatusCodes.Status200OK, $"""
        <p>{Say[waits ? "invitation.accepted.waits" : "invitation.accepted.text"]}</p>
        <p><a class="button" href="/">{Say["frame.start"]}</a></p>
        """);

    /// <summary>The same for a link that was used, that is too old, that was revoked, and that nobody ever gave out.</summary>
    public IResult NotGood() => Show(Say["invitation.notGood.title"], "", StatusCodes.Status404NotFound, $"""
        <p>{Say["invitation.notGood.text"]}</p>
        <p><a class="button" href="/">{Say["frame.start"]}</a></p>
        """);

    public IResult Wait(SignIn.Refusal refusal) => Show(Say["invitation.title"], "", refusal.Status, $"""
        {Summary(Say["invitation.refused"], refusal)}
        """);

    private IResult Show(string title, string token, int status, Html body) =>
        Page.Show(http.Request, Say, title, body, HttpMethods.IsPost(http.Request.Method) ? $"{Address}?token={Uri.EscapeDataString(token)}" : http.Request.Path + http.Request.QueryString, status);

    private Html Hidden(string token)
    {
        var form = guard.GetAndStoreTokens(http);
        return $"""
            <input type="hidden" name="{form.FormFieldName}" value="{form.RequestToken}">
            <input type="hidden" name="token" value="{token}">
            """;
    }
}
