using Concord.Identity.Accounts;
using Concord.Identity.Factors;
using Concord.Identity.Providers;
using Concord.Platform.Browsers;
using Microsoft.AspNetCore.Antiforgery;

namespace Concord.Identity.SignIn;

/// <summary>The pages where a person signs in, chooses a password and signs out, in the language of that person.</summary>
internal sealed class SignInPages(HttpContext http, IAntiforgery guard) : FormPages(http, guard)
{
    public static ValueTask<SignInPages?> BindAsync(HttpContext http) => ValueTask.FromResult<SignInPages?>(For(http));

    public static SignInPages For(HttpContext http) => new(http, http.RequestServices.GetRequiredService<IAntiforgery>());

    /// <param name="returnUrl">Where to go on.</param>
    /// <param name="passkey">Asked for beside the password; null where there can be none.</param>
    /// <param name="email">As it was typed before.</param>
    /// <param name="refusal">Why the form is shown again.</param>
    /// <param name="ended">Whether the person was signed in until now.</param>
    /// <param name="fresh">Whether a provider asks anew who the person is.</param>
    public IResult SignIn(string? returnUrl, PasskeyChallenge? passkey, string email = "", Refusal? refusal = null, bool ended = false, bool fresh = false) => Show(Say["signIn.title"], returnUrl, refusal, $"""
        {(ended && refusal is null ? Notice(Say["signIn.ended"]) : default)}
        {Summary(Say["signIn.refused"], refusal)}
        <form method="post" action="/account/sign-in">
          {Hidden(returnUrl)}
          {Email(email, refusal)}
          {Password("password", Say["signIn.password"], "current-password", refusal)}
          <button type="submit">{Say["signIn.do"]}</button>
        </form>
        {PasskeyForm("/account/sign-in/passkey", returnUrl, passkey, Say["signIn.passkey"])}
        {ProviderForm(ProviderApi.Address, returnUrl, Providers.All, "provider.signIn", fresh ? Fresh : default)}
        <p class="quiet">{Say["signIn.help"]}</p>
        """, here: $"/account/sign-in?returnUrl={Uri.EscapeDataString(LocalAddress.OrStart(returnUrl))}");

    public IResult ChoosePassword(string? returnUrl, string email = "", Refusal? refusal = null) => Show(Say["password.title"], returnUrl, refusal, $"""
        {Summary(Say["password.refused"], refusal)}
        <p>{Say["password.text"]}</p>
        <form method="post" action="/account/password">
          {Hidden(returnUrl)}
          {Email(email, refusal)}
          {Password("password", Say["password.now"], "current-password", refusal)}
          {Password("newPassword", Say["password.new"], "new-password", refusal, Say.Count("password.short", Account.MinPasswordLength))}
          <button type="submit">{Say["password.do"]}</button>
        </form>
        """);

    /// <param name="returnUrl">What the program asks.</param>
    /// <param name="refusal">Why the form is shown again.</param>
    public IResult Program(string returnUrl, Refusal? refusal = null) => Show(Say["program.title"], returnUrl, refusal, $"""
        {Summary(Say["program.refused"], refusal)}
        <p>{Say["program.text"]}</p>
        <p>{Say["program.else"]}</p>
        <form method="post" action="/account/program">
          {Hidden(returnUrl)}
          <button type="submit">{Say["program.do"]}</button>
        </form>
        """);

    /// <param name="returnUrl">Where to go on; to the page that says so where null.</param>
    /// <param name="refusal">Why the form is shown again.</param>
    public IResult SignOut(string? returnUrl, Refusal? refusal = null) => Show(Say["signOut.title"], returnUrl, refusal, $"""
        {Summary(Say["signOut.refused"], refusal)}
        <p>{Say["signOut.text"]}</p>
        <form method="post" action="/account/sign-out">
          {Hidden(returnUrl)}
          <button type="submit">{Say["signOut.do"]}</button>
        </form>
        """);

    public IResult SignedOut() => Show(Say["signedOut.title"], null, null, $"""
        <p>{Say["signedOut.text"]}</p>
        <p><a class="button" href="/">{Say["frame.start"]}</a></p>
        """);

    /// <summary>A client asked for something that the protocol does not allow; the words after the code are its own, in English.</summary>
    public IResult Refused(string what, string error, string? description) => Show(Say[$"{what}.title"], null, new Refusal(StatusCodes.Status400BadRequest), $"""
        <p>{Say[$"{what}.text"]}</p>
        <p><a class="button" href="/">{Say["frame.start"]}</a></p>
        <p class="quiet" lang="en" dir="ltr"><code>{error}</code> {description}</p>
        """);

    private static Html Fresh => $"""<input type="hidden" name="fresh" value="yes">""";

    private Html Email(string email, Refusal? refusal) => $"""
        <div class="field{Faulty("email", refusal)}">
          <label for="email">{Say["signIn.email"]}</label>
          <input id="email" name="email" type="email" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="200" dir="ltr" value="{email}"{Described("email", null, refusal)}>
        </div>
        """;
}
