using Concord.Identity.Accounts;
using Concord.Identity.Providers;
using Concord.Identity.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace Concord.Identity.Invitations;

/// <summary>The pages behind the link of an invitation, in the language of the person who opens it.</summary>
internal sealed class InvitationPages(HttpContext http, IAntiforgery guard) : FormPages(http, guard)
{
    public const string Address = "/account/invitation";

    public static ValueTask<InvitationPages?> BindAsync(HttpContext http) => ValueTask.FromResult<InvitationPages?>(new(http, http.RequestServices.GetRequiredService<IAntiforgery>()));

    public SignIn.Refusal Weak(PasswordFault fault) => new(StatusCodes.Status400BadRequest, new Fault(WordsFor(fault), "newPassword"));

    public IResult Choose(Invitation invitation, string token, SignIn.Refusal? refusal = null) => Show(Say["invitation.title"], token, refusal, $"""
        {Summary(Say["invitation.refused"], refusal)}
        {(IsByProviderOnly(invitation) ? ByProvider() : ByPassword(invitation, token, refusal))}
        {ProviderForm($"{Address}/provider", null, Providers.For(invitation.Organization), "provider.accept", Token(token))}
        """);

    /// <summary>Whether the organization that the person is invited to wants no passwords.</summary>
    public bool IsByProviderOnly(Invitation invitation) => Providers.For(invitation.Organization).Any(p => p.PasswordsOff);

    public IResult AcceptedBy(Provider provider, bool waits) => ShowOnce(Say["provider.accepted.title"], "/account/sign-in", null, $"""
        <p>{(waits ? Say["invitation.accepted.waits"] : Say.With("provider.accepted.text", ("name", provider.DisplayName)))}</p>
        <p><a class="button" href="/">{Say["frame.start"]}</a></p>
        """);

    public IResult Accepted(bool waits) => Show(Say["invitation.accepted.title"], "", null, $"""
        <p>{Say[waits ? "invitation.accepted.waits" : "invitation.accepted.text"]}</p>
        <p><a class="button" href="/">{Say["frame.start"]}</a></p>
        """);

    /// <summary>The same for a link that was used, that is too old, that was revoked, and that nobody ever gave out.</summary>
    public IResult NotGood() => Show(Say["invitation.notGood.title"], "", new SignIn.Refusal(StatusCodes.Status404NotFound), $"""
        <p>{Say["invitation.notGood.text"]}</p>
        <p><a class="button" href="/">{Say["frame.start"]}</a></p>
        """);

    public IResult Wait(SignIn.Refusal refusal) => Show(Say["invitation.title"], "", refusal, $"""
        {Summary(Say["invitation.refused"], refusal)}
        """);

    private IResult Show(string title, string token, SignIn.Refusal? refusal, Html body) => Show(title, null, refusal, body, here: $"{Address}?token={Uri.EscapeDataString(token)}");

    private Html ByProvider() => $"<p>{Say["provider.accept.text"]}</p>";

    private Html ByPassword(Invitation invitation, string token, SignIn.Refusal? refusal) => $"""
        <p>{Say["invitation.text"]}</p>
        <form method="post" action="{Address}">
          {Hidden(null)}
          {Token(token)}
          <div class="field">
            <label for="email">{Say["signIn.email"]}</label>
            <input id="email" type="email" autocomplete="username" readonly dir="ltr" value="{invitation.Email}">
          </div>
          {Password("newPassword", Say["invitation.password"], "new-password", refusal, Say.Count("password.short", Account.MinPasswordLength))}
          <button type="submit">{Say["invitation.do"]}</button>
        </form>
        """;

    private static Html Token(string token) => $"""<input type="hidden" name="token" value="{token}">""";
}
