using System.Globalization;
using Concord.Identity.Accounts;
using Concord.Identity.Factors;
using Concord.Identity.Providers;
using Concord.Platform.Browsers;
using Concord.Platform.Texts;
using Microsoft.AspNetCore.Antiforgery;

namespace Concord.Identity.SignIn;

/// <summary>What this service's pages with forms are made of, in the language of the person who opened them.</summary>
internal abstract class FormPages(HttpContext http, IAntiforgery guard)
{
    private static readonly TextFiles Texts = new(typeof(FormPages).Assembly);

    public Speech Say { get; } = new(Language.Of(http.Request), Texts);

    protected ProviderRegister Providers => http.RequestServices.GetRequiredService<ProviderRegister>();

    public Refusal TooOld => new(StatusCodes.Status400BadRequest, new Fault(Say["form.tooOld"]));

    public string WordsFor(PasswordFault fault) => fault switch
    {
        PasswordFault.Short => Say.Count("password.short", Account.MinPasswordLength),
        PasswordFault.Long => Say.Count("password.long", Account.MaxPasswordLength),
        PasswordFault.Email => Say["password.email"],
        PasswordFault.Common => Say["password.common"],
        PasswordFault.Near => Say["password.near"],
        _ => Say["password.same"],
    };

    /// <summary>Too many attempts; the answer also says so to programs.</summary>
    public Refusal TooMany(TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return new(StatusCodes.Status429TooManyRequests, new Fault(Say.Count("signIn.tooMany", seconds)));
    }

    /// <param name="title">Heading of the page.</param>
    /// <param name="returnUrl">Where the person goes on.</param>
    /// <param name="refusal">Why the form is shown again.</param>
    /// <param name="body">What follows the heading.</param>
    /// <param name="here">Where a form that was refused is shown again; the address it was sent to where null.</param>
    protected IResult Show(string title, string? returnUrl, Refusal? refusal, Html body, string? here = null) =>
        Page.Show(http.Request, Say, title, body, HttpMethods.IsPost(http.Request.Method) && here is not null ? here : HereAgain(returnUrl), refusal?.Status ?? StatusCodes.Status200OK);

    /// <summary>A page at an address that is good once: another language is chosen somewhere else.</summary>
    /// <param name="title">Heading of the page.</param>
    /// <param name="elsewhere">Where that is.</param>
    /// <param name="refusal">What went wrong.</param>
    /// <param name="body">What follows the heading.</param>
    protected IResult ShowOnce(string title, string elsewhere, Refusal? refusal, Html body) => Page.Show(http.Request, Say, title, body, elsewhere, refusal?.Status ?? StatusCodes.Status200OK);

    /// <summary>A form that the browser fills with the answer of a passkey; hidden where there is no script.</summary>
    /// <param name="action">Where it is sent.</param>
    /// <param name="returnUrl">Where the person goes on.</param>
    /// <param name="challenge">Nothing is shown where null.</param>
    /// <param name="label">Of the button.</param>
    /// <param name="make">Whether a new passkey is made.</param>
    /// <param name="fields">Before the button.</param>
    protected Html PasskeyForm(string action, string? returnUrl, PasskeyChallenge? challenge, string label, bool make = false, Html fields = default)
    {
        if (challenge is null)
        {
            return default;
        }

        return $"""
            <form method="post" action="{action}" data-passkey="{(make ? "create" : "get")}" data-options="{challenge.Options}" hidden>
              {Hidden(returnUrl)}
              <input type="hidden" name="state" value="{challenge.State}">
              <input type="hidden" name="credential" value="">
              {fields}
              <p class="wrong" role="alert" data-failed hidden>{Say["passkey.failed"]}</p>
              <button type="submit" class="plain">{label}</button>
            </form>
            <script type="module" src="{FactorApi.Script}"></script>
            """;
    }

    /// <summary>A button for each provider, which leads there; nothing where there is none.</summary>
    /// <param name="action">Where it is sent.</param>
    /// <param name="returnUrl">Where the person goes on.</param>
    /// <param name="providers">Of the installation.</param>
    /// <param name="label">Key of a text with the gap <c>name</c>.</param>
    /// <param name="fields">Beside the buttons.</param>
    protected Html ProviderForm(string action, string? returnUrl, IReadOnlyList<Provider> providers, string label, Html fields = default)
    {
        if (providers.Count == 0)
        {
            return default;
        }

        return $"""
            <form method="post" action="{action}">
              {Hidden(returnUrl)}
              {fields}
              {providers.Select(p => ProviderButton(p, Say.With(label, ("name", p.DisplayName))))}
            </form>
            """;
    }

    private static Html ProviderButton(Provider provider, string text) => $"""<p><button type="submit" class="plain" name="provider" value="{provider.Name}">{text}</button></p>""";

    // A form is sent to the address that shows it.
    private string HereAgain(string? returnUrl) => HttpMethods.IsPost(http.Request.Method)
        ? $"{http.Request.Path}?returnUrl={Uri.EscapeDataString(LocalAddress.OrStart(returnUrl))}"
        : http.Request.Path + http.Request.QueryString;

    protected static Html Notice(string text) => $"""<div class="notice"><i aria-hidden="true">i</i><p>{text}</p></div>""";

    protected static Html Summary(string title, Refusal? refusal)
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

    protected static Html Password(string name, string label, string kind, Refusal? refusal, string? hint = null) => $"""
        <div class="field{Faulty(name, refusal)}">
          <label for="{name}">{label}</label>
          {(hint is null ? default : Hint(name, hint))}
          <input id="{name}" name="{name}" type="password" autocomplete="{kind}" required maxlength="{Account.MaxPasswordLength}" dir="ltr"{Described(name, hint, refusal)}>
        </div>
        """;

    protected static Html Hint(string name, string hint) => $"""<p class="hint" id="{name}-hint">{hint}</p>""";

    protected static Html Described(string name, string? hint, Refusal? refusal) => (hint, Faulty(name, refusal)) switch
    {
        (null, "") => default,
        (_, "") => $""" aria-describedby="{name}-hint" """,
        (null, _) => $""" aria-invalid="true" aria-describedby="refused" """,
        _ => $""" aria-invalid="true" aria-describedby="refused {name}-hint" """,
    };

    protected static string Faulty(string field, Refusal? refusal) => refusal?.Faults.Any(f => f.Field == field) == true ? " faulty" : "";

    protected Html Hidden(string? returnUrl)
    {
        var token = guard.GetAndStoreTokens(http);
        return $"""
            <input type="hidden" name="{token.FormFieldName}" value="{token.RequestToken}">
            <input type="hidden" name="returnUrl" value="{LocalAddress.OrStart(returnUrl)}">
            """;
    }
}
