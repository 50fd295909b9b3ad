using Concord.Identity.Accounts;
using Concord.Identity.Factors;
using Concord.Identity.Persistence;
using Concord.Identity.Providers;
using Concord.Identity.Sessions;
using Concord.Platform.Audit;
using Concord.Platform.Browsers;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;

namespace Concord.Identity.SignIn;

/// <summary>Where a person who is signed in shows a second factor again, to see for a while what is Strictly Confidential.</summary>
internal static class StepUpApi
{
    private const string Why = "About the caller's own session.";
    private const string Address = "/account/step-up";

    public static void MapStepUp(this RouteGroupBuilder routes)
    {
        routes.MapGet("/step-up", AskAsync).OpenToAll(Why);
        routes.MapPost("/step-up", (HttpContext http, FactorPages pages, SignedIn signedIn, PasskeyCeremony passkeys, LinksOfAccount links, IdentityDb db, IAntiforgery guard, FactorCheck check, TimeProvider time) =>
            AnswerAsync(http, pages, signedIn, passkeys, links, db, guard, time, (account, form) => check.CodeAsync(account, form.Code, http.RequestAborted), pages.WrongCode)).OpenToAll(Why);
        routes.MapPost("/step-up/passkey", (HttpContext http, FactorPages pages, SignedIn signedIn, PasskeyCeremony passkeys, LinksOfAccount links, IdentityDb db, IAntiforgery guard, FactorCheck check, TimeProvider time) =>
            AnswerAsync(http, pages, signedIn, passkeys, links, db, guard, time, (account, form) => check.PasskeyAsync(http, account, form), pages.WrongPasskey)).OpenToAll(Why);
        routes.MapPost("/step-up/provider", AskProviderAsync).OpenToAll(Why);
    }

    /// <param name="returnUrl">Where the person goes on.</param>
    /// <param name="orLater">Whether also without having shown any.</param>
    public static string AddressFor(string returnUrl, bool orLater = false) => $"{Address}?returnUrl={Uri.EscapeDataString(returnUrl)}{(orLater ? "&later=yes" : "")}";

    private static async Task<IResult> AskAsync(HttpContext http, FactorPages pages, SignedIn signedIn, PasskeyCeremony passkeys, LinksOfAccount links, IdentityDb db, string? returnUrl, string? later)
    {
        var back = LocalAddress.OrStart(returnUrl);
        return await signedIn.FindAsync(http) is var (account, _) ? await ShowAsync(http, pages, account, passkeys, links, db, back, orLater: later is not null) : Again(back);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext http, FactorPages pages, SignedIn signedIn, PasskeyCeremony passkeys, LinksOfAccount links, IdentityDb db, IAntiforgery guard, TimeProvider time, Func<Account, FactorForm, Task<FactorShown>> look, Refusal wrong)
    {
        var form = await FactorForm.ReadAsync(http);
        if (await signedIn.FindAsync(http) is not var (account, session))
        {
            return Again(form.ReturnUrl);
        }

        http.ActAs(account.Id.ToString(), account.Organization);
        if (!await guard.IsRequestValidAsync(http))
        {
            return await ShowAsync(http, pages, account, passkeys, links, db, form.ReturnUrl, pages.TooOld);
        }

        var shown = await look(account, form);
        if (shown.Account is null)
        {
            return await ShowAsync(http, pages, account, passkeys, links, db, form.ReturnUrl, shown.Wait > TimeSpan.Zero ? pages.TooMany(shown.Wait) : wrong);
        }

        await signedIn.ShowAsync(http, account, session, new(shown.Factor, time.Now()));
        return Results.Redirect(form.ReturnUrl);
    }

    private static async Task<IResult> AskProviderAsync(
        HttpContext http, FactorPages pages, ProviderPages onTheWay, SignedIn signedIn, PasskeyCeremony passkeys, LinksOfAccount links, IdentityDb db, IAntiforgery guard, ProviderQuestion question)
    {
        var form = await FactorForm.ReadAsync(http);
        if (await signedIn.FindAsync(http) is not var (account, session))
        {
            return Again(form.ReturnUrl);
        }

        var provider = (await links.SecondFactorsAsync(account, http.RequestAborted)).FirstOrDefault(p => p.Name == http.Request.Form["provider"]);
        return provider is not null && await guard.IsRequestValidAsync(http)
            ? await question.AskAsync(http, provider, onTheWay, new ProviderIntent(ProviderPurpose.StepUp, form.ReturnUrl, session.Id, Fresh: true))
            : await ShowAsync(http, pages, account, passkeys, links, db, form.ReturnUrl, pages.TooOld);
    }

    // Who has none yet is led to set one up, and shows it by that.
    private static async Task<IResult> ShowAsync(HttpContext http, FactorPages pages, Account account, PasskeyCeremony passkeys, LinksOfAccount links, IdentityDb db, string returnUrl, Refusal? refusal = null, bool orLater = false)
    {
        var factors = await AccountFactors.OfAsync(db, account.Id, http.RequestAborted);
        var providers = await links.SecondFactorsAsync(account, http.RequestAborted);
        return factors.Any || providers.Count > 0
            ? pages.StepUp(returnUrl, factors, providers, factors.Passkeys.Count > 0 ? await passkeys.AskAsync(http, account) : null, refusal, orLater)
            : Results.Redirect(FactorApi.AddressFor(returnUrl));
    }

    private static IResult Again(string returnUrl) => Results.Redirect(SignInApi.AddressFor(AddressFor(returnUrl), ended: false));
}
