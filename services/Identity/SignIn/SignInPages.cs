using Concord.Identity.Accounts;
using Concord.Platform.Browsers;
using Concord.Platform.Texts;
using Microsoft.AspNetCore.Antiforgery;

namespace Concord.Identity.SignIn;

/// <summary>The pages where a person signs in, chooses a password and signs out, in the language of that person.</summary>
internal sealed class SignInPages(HttpContext http, IAntiforgery guard)
{
    private static readonly TextFiles Texts = new(typeof(SignInPages).Assembly);

    public static ValueTask<SignInPages?> BindAsync(HttpContext http) => ValueTask.FromResult<SignInPages?>(For(http));

    public static SignInPages For(HttpContext http) => new(http, http.RequestServices.GetRequiredService<IAntiforgery>());

    public Speech Say { get; } = new(Language.Of(http.Request), Texts);

    public Refusal TooOld => new(StatusCodes.Status400BadRequest, new Fault(Say["form.tooOld"]));

    public string WordsFor(PasswordFault fault) => fault switch
    {
        PasswordFault.Short => Say.Count("password.short", Account.MinPasswordLength),
        PasswordFault.Long => Say.Count("password.long", Account.MaxPasswordLength),
        PasswordFault.Email => Say["password.email"],
        _ => Say["password.same"],
    };

    /// <param name="returnUrl">Where to go on.</param>
    /// <param name="email">As it was typed before.</param>
    /// <param name="refusal">Why the form is shown again.</param>
    /// <param name="ended">Whether the person was signed in until now.</param>
    public IResult SignIn(string? returnUrl, string email = "", Refusal? refusal = null, bool ended = false) => Show(Say["signIn.title"], returnUrl, refusal, $"""
        {(ended && refusal is null ? Notice(Say["signIn.ended"]) : default)}
        {Summary(Say["signIn.refused"], refusal)}
        <form method="post" action="/account/sign-in">
          {Hidden(returnUrl)}
          {Email(email, refusal)}
          {Password("password", Say["signIn.password"], "current-password", refusal)}
          <button type="submit">{Say["signIn.do"]}</button>
        </form>
        <p class="quiet">{Say["signIn.help"]}</p>
        """);

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

    public IResult SignOut(Refusal? refusal = null) => Show(Say["signOut.title"], null, refusal, $"""
        {Summary(Say["signOut.refused"], refusal)}
        <p>{Say["signOut.text"]}</p>
        <form method="post" action="/account/sign-out">
          {Hidden(null)}
          <button type="submit">{Say["signOut.do"]}</button>
        </form>
        """);

    public IResult SignedOut() => Show(Say["signedOut.title"], null, null, $"""
        <p>{Say["signedOut.text"]}</p>
        <p><a class="button" href="/">{Say["frame.start"]}</a></p>
        """);

    /// <summary>A client asked for something that the protocol does not allow; the words after the code are its own, in English.</summary>
    public IResult Refused(string error, string? description) => Show(Say["refused.title"], null, new Refusal(StatusCodes.Status400BadRequest), $"""
        <p>{Say["refused.text"]}</p>
        <p><a class="button" href="/">{Say["frame.start"]}</a></p>
        <p class="quiet" lang="en" dir="ltr"><code>{error}</code> {description}</p>
        """);

    private IResult Show(string title, string? returnUrl, Refusal? refusal, Html body) =>
        Page.Show(http.Request, Say, title, body, HereAgain(returnUrl), refusal?.Status ?? StatusCodes.Status200OK);

    // A form is sent to the address that shows it.
    private string HereAgain(string? returnUrl) => HttpMethods.IsPost(http.Request.Method)
        ? $"{http.Request.Path}?returnUrl={Uri.EscapeDataString(LocalAddress.OrStart(returnUrl))}"
        : http.Request.Path + http.Request.QueryString;

    private static Html Notice(string text) => $"""<div class="notice"><i aria-hidden="true">i</i><p>{text}</p></div>""";

    internal static Html Summary(string title, Refusal? refusal)
    {
        if (refusal is null)
        {
            return default;
        }

        return $"""
            <div class="notice bad" id="refused" role="alert" tabindex="-1" autofocus>
              <i aria-hidden="true">✕</i>
              <div>
                <h2>{title}</h2>
                <ul class="plain">{refusal.Faults.Select(Line)}</ul>
              </div>
            </div>
            """;
    }

    private static Html Line(Fault fault)
    {
        if (fault.Field is null)
        {
            return $"<li>{fault.Text}</li>";
        }

        return $"""<li><a href="#{fault.Field}">{fault.Text}</a></li>""";
    }

    private Html Email(string email, Refusal? refusal) => $"""
        <div class="field{Faulty("email", refusal)}">
          <label for="email">{Say["signIn.email"]}</label>
          <input id="email" name="email" type="email" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="200" dir="ltr" value="{email}"{Described("email", null, refusal)}>
        </div>
        """;

    internal static Html Password(string name, string label, string kind, Refusal? refusal, string? hint = null) => $"""
        <div class="field{Faulty(name, refusal)}">
          <label for="{name}">{label}</label>
          {(hint is null ? default : Hint(name, hint))}
          <input id="{name}" name="{name}" type="password" autocomplete="{kind}" required maxlength="{Account.MaxPasswordLength}" dir="ltr"{Described(name, hint, refusal)}>
        </div>
        """;

    private static Html Hint(string name, string hint) => $"""<p class="hint" id="{name}-hint">{hint}</p>""";

    private static Html Described(string name, string? hint, Refusal? refusal) => (hint, Faulty(name, refusal)) switch
    {
        (null, "") => default,
        (_, "") => $""" aria-describedby="{name}-hint" """,
        (null, _) => $""" aria-invalid="true" aria-describedby="refused" """,
        _ => $""" aria-invalid="true" aria-describedby="refused {name}-hint" """,
    };

    private static string Faulty(string field, Refusal? refusal) => refusal?.Faults.Any(f => f.Field == field) == true ? " faulty" : "";

    private Html Hidden(string? returnUrl)
    {
        var token = guard.GetAndStoreTokens(http);
        return $"""
            <input type="hidden" name="{token.FormFieldName}" value="{token.RequestToken}">
            <input type="hidden" name="returnUrl" value="{LocalAddress.OrStart(returnUrl)}">
            """;
    }
}
