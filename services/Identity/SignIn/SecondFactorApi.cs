using Concord.Identity.Accounts;
using Concord.Identity.Factors;
using Concord.Identity.Persistence;
using Concord.Identity.Providers;
using Concord.Identity.Sessions;
using Concord.Platform.Browsers;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;

namespace Concord.Identity.SignIn;

/// <summary>The second step of signing in, and the one step of a passkey.</summary>
internal static class SecondFactorApi
{
    private const string Why = "Nobody is signed in yet.";

    public static void MapSecondFactor(this RouteGroupBuilder routes)
    {
        routes.MapGet("/second-factor", AskAsync).OpenToAll(Why);
        routes.MapPost("/second-factor", (HttpContext http, FactorPages pages, SecondStep step, PasskeyCeremony passkeys, IdentityDb db, IAntiforgery guard, FactorCheck check, TimeProvider time) =>
            AnswerAsync(http, pages, step, passkeys, db, guard, time, (account, form) => check.CodeAsync(account, form.Code, http.RequestAborted), pages.WrongCode)).OpenToAll(Why);
        routes.MapPost("/second-factor/passkey", (HttpContext http, FactorPages pages, SecondStep step, PasskeyCeremony passkeys, IdentityDb db, IAntiforgery guard, FactorCheck check, TimeProvider time) =>
            AnswerAsync(http, pages, step, passkeys, db, guard, time, (account, form) => check.PasskeyAsync(http, account, form), pages.WrongPasskey)).OpenToAll(Why);
        routes.MapPost("/sign-in/passkey", SignInByPasskeyAsync).OpenToAll(Why);
    }

    private static async Task<IResult> AskAsync(HttpContext http, FactorPages pages, SecondStep step, PasskeyCeremony passkeys, IdentityDb db, string? returnUrl) =>
        await step.FindAsync(http) is var (account, _) ? await ShowAsync(http, pages, account, passkeys, db, LocalAddress.OrStart(returnUrl)) : Again(returnUrl);

    private static async Task<IResult> AnswerAsync(
        HttpContext http, FactorPages pages, SecondStep step, PasskeyCeremony passkeys, IdentityDb db, IAntiforgery guard, TimeProvider time, Func<Account, FactorForm, Task<FactorShown>> look, Refusal wrong)
    {
        var form = await FactorForm.ReadAsync(http);
        if (await step.FindAsync(http) is not var (account, first))
        {
            return Again(form.ReturnUrl);
        }

        if (!await guard.IsRequestValidAsync(http))
        {
            return await ShowAsync(http, pages, account, passkeys, db, form.ReturnUrl, pages.TooOld);
        }

        var shown = await look(account, form);
        return shown.Account is null
            ? await ShowAsync(http, pages, account, passkeys, db, form.ReturnUrl, shown.Wait > TimeSpan.Zero ? pages.TooMany(shown.Wait) : wrong)
            : await step.FinishAsync(http, account, form.ReturnUrl, first, new(shown.Factor, time.Now()));
    }

    private static async Task<IResult> SignInByPasskeyAsync(HttpContext http, SignInPages pages, FactorPages words, SecondStep step, PasskeyCeremony passkeys, IAntiforgery guard, FactorCheck check, OtherWays ways, TimeProvider time)
    {
        var form = await FactorForm.ReadAsync(http);
        if (!await guard.IsRequestValidAsync(http))
        {
            return pages.SignIn(form.ReturnUrl, await passkeys.AskAsync(http, null), refusal: pages.TooOld);
        }

        var shown = await check.PasskeyAsync(http, null, form);
        if (shown.Account is { } found && await ways.AreClosedAsync(found, http.RequestAborted))
        {
            await ways.RefuseAsync(found, http.RequestAborted);
            return pages.SignIn(form.ReturnUrl, await passkeys.AskAsync(http, null), refusal: words.WrongPasskey);
        }

        return shown.Account switch
        {
            null => pages.SignIn(form.ReturnUrl, await passkeys.AskAsync(http, null), refusal: shown.Wait > TimeSpan.Zero ? pages.TooMany(shown.Wait) : words.WrongPasskey),
            var account when account.AwaitsNewPassword(time.Now()) => await step.ReplaceFirstAsync(http, account, form.ReturnUrl),
            var account => await step.FinishAsync(http, account, form.ReturnUrl, FirstStep.None, new(FactorKind.Passkey, time.Now())),
        };
    }

    private static async Task<IResult> ShowAsync(HttpContext http, FactorPages pages, Account account, PasskeyCeremony passkeys, IdentityDb db, string returnUrl, Refusal? refusal = null)
    {
        var factors = await AccountFactors.OfAsync(db, account.Id, http.RequestAborted);
        return pages.SecondFactor(returnUrl, factors, factors.Passkeys.Count > 0 ? await passkeys.AskAsync(http, account) : null, refusal);
    }

    private static IResult Again(string? returnUrl) => Results.Redirect(SignInApi.AddressFor(LocalAddress.OrStart(returnUrl), ended: false));
}
