using Concord.Identity.Providers;
using Concord.Identity.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace Concord.Identity.Factors;

/// <summary>The pages where a person shows a second factor, sets one up and removes one.</summary>
internal sealed class FactorPages(HttpContext http, IAntiforgery guard) : FormPages(http, guard)
{
    public static ValueTask<FactorPages?> BindAsync(HttpContext http) => ValueTask.FromResult<FactorPages?>(new(http, http.RequestServices.GetRequiredService<IAntiforgery>()));

    public Refusal WrongCode => new(StatusCodes.Status400BadRequest, new Fault(Say["factor.wrong"], "code"));

    public Refusal WrongPasskey => new(StatusCodes.Status400BadRequest, new Fault(Say["factor.passkey.wrong"]));

    public Refusal NotTheLast => new(StatusCodes.Status409Conflict, new Fault(Say["factors.last"]));

    public IResult SecondFactor(string returnUrl, AccountFactors factors, PasskeyChallenge? passkey, Refusal? refusal) =>
        Ask(Say["factor.signIn.title"], Say["factor.signIn.text"], "/account/second-factor", returnUrl, factors, [], passkey, refusal);

    /// <param name="returnUrl">Where the person goes on.</param>
    /// <param name="factors">What the account has here.</param>
    /// <param name="providers">Which may vouch for one.</param>
    /// <param name="passkey">The question to a passkey; null where there is none.</param>
    /// <param name="refusal">Why it is shown again.</param>
    /// <param name="orLater">Whether the person may go on without: where nothing has asked for it yet.</param>
    public IResult StepUp(string returnUrl, AccountFactors factors, IReadOnlyList<Provider> providers, PasskeyChallenge? passkey, Refusal? refusal, bool orLater = false) =>
        Ask(Say["factor.stepUp.title"], Say["factor.stepUp.text"], "/account/step-up", returnUrl, factors, providers, passkey, refusal, orLater);

    public IResult List(FactorOwner who, string returnUrl, Refusal? refusal = null) => Show(Say["factors.title"], returnUrl, refusal, $"""
        {Summary(Say["factors.refused"], refusal)}
        <p>{Say["factors.lead"]}</p>
        {(!who.HasSecond && Sessions.StepUp.IsNeededBy(who.Rights) ? Notice(Say["factors.needed"]) : default)}
        <form method="post" action="/account/factors/remove">
          {Hidden(returnUrl)}
          <h2>{Say["factors.app"]}</h2>
          {(who.Factors.Authenticator is null ? Link("/account/factors/authenticator", returnUrl, Say["factors.app.set"]) : Held(Say["factors.app.on"], who.Factors.Authenticator.Id, Say["factors.app"], who.Factors.Authenticator.CreateTime))}
          <h2>{Say["factors.passkeys"]}</h2>
          {who.Factors.Passkeys.Select(p => Held(p.Name, p.Id, p.Name, p.CreateTime))}
          {Link("/account/factors/passkey", returnUrl, Say["factors.passkeys.add"])}
        </form>
        {(who.Factors.Any ? Codes(who.Factors, returnUrl) : default)}
        {(Providers.All.Count > 0 ? Link(LinkApi.AddressFor(FactorApi.AddressFor(returnUrl)), Say["links.title"]) : default)}
        <p><a href="{returnUrl}">{Say["factors.back"]}</a></p>
        """, here: FactorApi.AddressFor(returnUrl));

    public IResult Authenticator(string returnUrl, string setup, string key, string link, Refusal? refusal = null) => Show(Say["app.title"], returnUrl, refusal, $"""
        {Summary(Say["factors.refused"], refusal)}
        <p>{Say["app.text"]}</p>
        <p>{QrCode.Draw(link, Say["app.qr"])}</p>
        <p><a class="button plain" href="{link}">{Say["app.open"]}</a></p>
        <dl class="facts"><dt>{Say["app.key"]}</dt><dd><code dir="ltr">{string.Join(' ', key.Chunk(4).Select(part => new string(part)))}</code></dd></dl>
        <form method="post" action="/account/factors/authenticator">
          {Hidden(returnUrl)}
          <input type="hidden" name="state" value="{setup}">
          {Code(Say["app.code"], null, refusal)}
          <button type="submit">{Say["app.do"]}</button>
        </form>
        """);

    /// <param name="returnUrl">Where to go on.</param>
    /// <param name="codes">Shown this once.</param>
    public IResult NewCodes(string returnUrl, IReadOnlyList<string> codes) => Show(Say["codes.title"], returnUrl, null, $"""
        <p>{Say["codes.text"]}</p>
        <ul class="plain" dir="ltr">{codes.Select(One)}</ul>
        <p><a class="button" href="{returnUrl}">{Say["codes.do"]}</a></p>
        """, here: FactorApi.AddressFor(returnUrl));

    public IResult NewPasskey(string returnUrl, PasskeyChallenge? challenge, string name = "", Refusal? refusal = null) => Show(Say["passkey.title"], returnUrl, refusal, $"""
        {Summary(Say["factors.refused"], refusal)}
        <p>{Say["passkey.text"]}</p>
        <p class="quiet" data-no-passkey>{Say["passkey.script"]}</p>
        {PasskeyForm("/account/factors/passkey", returnUrl, challenge, Say["passkey.do"], make: true, Name(name, refusal))}
        <p><a href="{FactorApi.AddressFor(returnUrl)}">{Say["factors.title"]}</a></p>
        """);

    private IResult Ask(string title, string text, string action, string returnUrl, AccountFactors factors, IReadOnlyList<Provider> providers, PasskeyChallenge? passkey, Refusal? refusal, bool orLater = false) => Show(title, returnUrl, refusal, $"""
        {Summary(Say["factor.refused"], refusal)}
        <p>{text}</p>
        {(factors.Any ? ByCode(action, returnUrl, factors, refusal) : default)}
        {PasskeyForm($"{action}/passkey", returnUrl, passkey, Say["factor.passkey"])}
        {ProviderForm($"{action}/provider", returnUrl, providers, "provider.stepUp")}
        <p class="quiet">{Say["factor.lost"]}</p>
        {(orLater ? Link(returnUrl, Say["factor.later"]) : default)}
        """, here: $"{action}?returnUrl={Uri.EscapeDataString(returnUrl)}");

    private Html ByCode(string action, string returnUrl, AccountFactors factors, Refusal? refusal) => $"""
        <form method="post" action="{action}">
          {Hidden(returnUrl)}
          {(factors.Authenticator is null ? Code(Say["factor.code.recovery"], null, refusal) : Code(Say["factor.code"], Say["factor.code.hint"], refusal))}
          <button type="submit">{Say["factor.do"]}</button>
        </form>
        """;

    private Html Codes(AccountFactors factors, string returnUrl) => $"""
        <form method="post" action="/account/factors/codes">
          {Hidden(returnUrl)}
          <h2>{Say["factors.codes"]}</h2>
          <p>{Say.Count("factors.codes.left", factors.Codes?.Hashes.Count ?? 0)}</p>
          <button type="submit" class="plain">{Say["factors.codes.new"]}</button>
        </form>
        """;

    private Html Held(string text, FactorId factor, string name, DateTime since) => $"""
        <p class="held"><bdi>{text}</bdi> <span class="quiet">{Say.With("factors.since", ("time", new DateTimeOffset(since)))}</span> <button type="submit" class="plain" name="factor" value="{factor.Value.ToString()}" aria-label="{Say.With("factors.removeOne", ("name", name))}">{Say["factors.remove"]}</button></p>
        """;

    private static Html Link(string address, string returnUrl, string text) => Link($"{address}?returnUrl={Uri.EscapeDataString(returnUrl)}", text);

    private static Html Link(string address, string text) => $"""<p><a href="{address}">{text}</a></p>""";

    private static Html One(string code) => $"<li><code>{code}</code></li>";

    private static Html Code(string label, string? hint, Refusal? refusal) => $"""
        <div class="field{Faulty("code", refusal)}">
          <label for="code">{label}</label>
          {(hint is null ? default : Hint("code", hint))}
          <input id="code" name="code" type="text" autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" required maxlength="40" dir="ltr"{Described("code", hint, refusal)}>
        </div>
        """;

    private Html Name(string name, Refusal? refusal) => $"""
        <div class="field{Faulty("name", refusal)}">
          <label for="name">{Say["passkey.name"]}</label>
          {Hint("name", Say["passkey.name.hint"])}
          <input id="name" name="name" type="text" required maxlength="{Passkey.LongestName}" dir="auto" value="{name}"{Described("name", "hint", refusal)}>
        </div>
        """;
}
