using Concord.Identity.SignIn;
using Microsoft.AspNetCore.Antiforgery;

namespace Concord.Identity.Providers;

/// <summary>What a person sees on the way to a provider and back, and the page of the own links.</summary>
internal sealed class ProviderPages(HttpContext http, IAntiforgery guard) : FormPages(http, guard)
{
    private const string SignInAddress = "/account/sign-in";

    public static ValueTask<ProviderPages?> BindAsync(HttpContext http) => ValueTask.FromResult<ProviderPages?>(new(http, http.RequestServices.GetRequiredService<IAntiforgery>()));

    public Refusal NotTheLast => new(StatusCodes.Status409Conflict, new Fault(Say["links.last"]));

    public IResult GoOn(Provider provider, string address) => ShowOnce(Say.With("provider.goOn.title", ("name", provider.DisplayName)), SignInAddress, null, $"""
        <p>{Say["provider.goOn.text"]}</p>
        <p><a class="button" href="{address}">{Say["provider.goOn.do"]}</a></p>
        """);

    /// <summary>The same for somebody whom the provider refuses, whom nobody knows here, and whose account is closed.</summary>
    public IResult Refused(Provider provider, string returnUrl) => Tell("provider.refused", provider, returnUrl, StatusCodes.Status403Forbidden);

    public IResult NotGood(Provider provider, string returnUrl) => Tell("provider.notGood", provider, returnUrl, StatusCodes.Status400BadRequest);

    public IResult Away(Provider provider, string returnUrl) => Tell("provider.away", provider, returnUrl, StatusCodes.Status503ServiceUnavailable);

    public IResult Unknown() => ShowOnce(Say["refused.title"], SignInAddress, new Refusal(StatusCodes.Status404NotFound), $"""
        <p>{Say["refused.text"]}</p>
        <p><a class="button" href="/">{Say["frame.start"]}</a></p>
        """);

    public IResult Wait(Refusal refusal) => ShowOnce(Say["signIn.refused"], SignInAddress, refusal, $"""
        {Summary(Say["signIn.refused"], refusal)}
        """);

    /// <param name="links">What the person is linked to.</param>
    /// <param name="others">Providers that could be linked too.</param>
    /// <param name="returnUrl">Where to go on.</param>
    /// <param name="refusal">Why nothing was changed.</param>
    public IResult Links(IReadOnlyList<OwnLink> links, IReadOnlyList<Provider> others, string returnUrl, Refusal? refusal = null) => Show(Say["links.title"], returnUrl, refusal, $"""
        {Summary(Say["links.refused"], refusal)}
        <p>{Say["links.lead"]}</p>
        {(links.Count == 0 ? None() : Held(links, returnUrl))}
        {ProviderForm(LinkApi.AddAddress, returnUrl, others, "links.add")}
        <p><a href="{returnUrl}">{Say["links.back"]}</a></p>
        """, here: LinkApi.AddressFor(returnUrl));

    private IResult Tell(string what, Provider provider, string returnUrl, int status) => ShowOnce(Say.With($"{what}.title", ("name", provider.DisplayName)), SignInApi.AddressFor(returnUrl, ended: false), new Refusal(status), $"""
        <p>{Say.With($"{what}.text", ("name", provider.DisplayName))}</p>
        <p><a class="button" href="{SignInApi.AddressFor(returnUrl, ended: false)}">{Say["provider.again"]}</a></p>
        """);

    private Html None() => $"<p>{Say["links.none"]}</p>";

    private Html Held(IReadOnlyList<OwnLink> links, string returnUrl) => $"""
        <form method="post" action="{LinkApi.RemoveAddress}">
          {Hidden(returnUrl)}
          {links.Select(One)}
        </form>
        """;

    private Html One(OwnLink link) => $"""
        <h2><bdi>{link.Provider}</bdi></h2>
        <p><bdi dir="auto">{link.Label}</bdi> {Say.With("links.since", ("time", new DateTimeOffset(link.CreateTime)))}</p>
        {(link.MayRemove ? Remove(link) : Stays())}
        """;

    private Html Remove(OwnLink link) => $"""<p><button type="submit" class="plain" name="factor" value="{link.Id.Value.ToString()}" aria-label="{Say.With("factors.removeOne", ("name", link.Provider))}">{Say["factors.remove"]}</button></p>""";

    private Html Stays() => $"""<p class="quiet">{Say["links.stays"]}</p>""";
}
