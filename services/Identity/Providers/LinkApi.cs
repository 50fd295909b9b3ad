using Concord.Identity.Factors;
using Concord.Identity.SignIn;
using Concord.Platform.Security;

namespace Concord.Identity.Providers;

/// <summary>A link as its person sees it.</summary>
internal sealed record OwnLink(LinkId Id, string Provider, string Label, DateTime CreateTime, bool MayRemove);

/// <summary>Where a person sees the own links, makes one and removes one: behind the same door as second factors, and no token can do it.</summary>
internal static class LinkApi
{
    public const string AddAddress = $"{Address}/add";
    public const string RemoveAddress = $"{Address}/remove";
    private const string Address = "/account/links";
    private const string Why = "About the caller's own account.";

    public static void MapLinks(this RouteGroupBuilder routes)
    {
        var own = routes.MapGroup("/links");
        own.MapGet("", (FactorDoor door, ProviderPages pages, LinksOfAccount links, string? returnUrl, CancellationToken token) =>
            door.OpenAsync(returnUrl, (who, _, back) => ShowAsync(who, pages, links, back, null, token), mayOnlyLook: true)).OpenToAll(Why);
        own.MapPost("/add", (HttpContext http, FactorDoor door, ProviderPages pages, LinksOfAccount links, ProviderRegister register, ProviderQuestion question, CancellationToken token) => door.SentAsync(
            AddressFor, (who, form) => ShowAsync(who, pages, links, form.ReturnUrl, pages.TooOld, token), (who, form) => AddAsync(http, who, form, pages, register, question))).OpenToAll(Why);
        own.MapPost("/remove", (FactorDoor door, ProviderPages pages, LinksOfAccount links, CancellationToken token) => door.SentAsync(
            AddressFor, (who, form) => ShowAsync(who, pages, links, form.ReturnUrl, pages.TooOld, token), (who, form) => RemoveAsync(who, form, door, pages, links, token))).OpenToAll(Why);
    }

    public static string AddressFor(string returnUrl) => $"{Address}?returnUrl={Uri.EscapeDataString(returnUrl)}";

    private static async Task<IResult> AddAsync(HttpContext http, FactorOwner who, FactorForm form, ProviderPages pages, ProviderRegister register, ProviderQuestion question) =>
        register.Find(http.Request.Form["provider"]) is { } provider && provider.SpeaksFor(who.Account.Organization)
            ? await question.AskAsync(http, provider, pages, new ProviderIntent(ProviderPurpose.Link, form.ReturnUrl, who.Session.Id, Fresh: true)) // whoever else is signed in there in this browser is not linked by mistake
            : Results.Redirect(AddressFor(form.ReturnUrl));

    private static async Task<IResult> RemoveAsync(FactorOwner who, FactorForm form, FactorDoor door, ProviderPages pages, LinksOfAccount links, CancellationToken cancellationToken)
    {
        var all = await links.AllAsync(who.Account.Id, cancellationToken);
        if (!Guid.TryParse(form.Factor, out var id) || all.Find(l => l.Id == new LinkId(id)) is not { } link)
        {
            return Results.Redirect(AddressFor(form.ReturnUrl));
        }

        if (!await links.MayRemoveAsync(who.Account, link, all, cancellationToken))
        {
            return await ShowAsync(who, pages, links, form.ReturnUrl, pages.NotTheLast, cancellationToken);
        }

        await links.RemoveAsync(link, who.Account, cancellationToken);
        await door.SaveAsync(who);
        return Results.Redirect(AddressFor(form.ReturnUrl));
    }

    private static async Task<IResult> ShowAsync(FactorOwner who, ProviderPages pages, LinksOfAccount links, string returnUrl, Refusal? refusal, CancellationToken cancellationToken)
    {
        var all = await links.AllAsync(who.Account.Id, cancellationToken);
        List<OwnLink> own = [];
        foreach (var link in all)
        {
            own.Add(new(link.Id, links.NameOf(link), link.Label, link.CreateTime, await links.MayRemoveAsync(who.Account, link, all, cancellationToken)));
        }

        return pages.Links(own, links.Others(who.Account, all), returnUrl, refusal);
    }
}
