using Concord.Contracts.Audit;
using Concord.Identity.Accounts;
using Concord.Identity.Factors;
using Concord.Identity.Persistence;
using Concord.Identity.Providers;
using Concord.Identity.Sessions;
using Concord.Platform.Browsers;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace Concord.Identity.SignIn;

/// <summary>Where a person signs in, chooses a password, and signs out.</summary>
internal static class SignInApi
{
    private const string Why = "Nobody is signed in yet.";

    private sealed record Form(string Email, string Password, string NewPassword, string ReturnUrl);

    public static void MapSignIn(this IEndpointRouteBuilder root)
    {
        var routes = root.MapGroup("/account").ExcludeFromDescription().AddEndpointFilter(Page.KeepFromOthersAsync);
        routes.MapGet("/sign-in", async (HttpContext http, SignInPages pages, PasskeyCeremony passkeys, string? returnUrl, string? ended, string? fresh) =>
            pages.SignIn(returnUrl, await passkeys.AskAsync(http, null), ended: ended is not null, fresh: fresh is not null)).OpenToAll(Why);
        routes.MapPost("/sign-in", SignInAsync).OpenToAll(Why);
        routes.MapGet("/password", (SignInPages pages, string? returnUrl) => pages.ChoosePassword(returnUrl)).OpenToAll(Why);
        routes.MapPost("/password", ChoosePasswordAsync).OpenToAll(Why);
        routes.MapGet("/sign-out", (SignInPages pages, string? returnUrl) => pages.SignOut(returnUrl)).OpenToAll("Asks only.");
        routes.MapPost("/sign-out", SignOutAsync).OpenToAll("Ends the caller's own session.");
        routes.MapSecondFactor();
        routes.MapStepUp();
        routes.MapProgram();
        routes.MapFactors();
        routes.MapProviders();
        routes.MapGet("/signed-out", (SignInPages pages) => pages.SignedOut()).OpenToAll("Says nothing about anybody.");
    }

    /// <param name="returnUrl">Where to go on.</param>
    /// <param name="ended">Whether the person was signed in until now.</param>
    /// <param name="fresh">Whether to show anew who they are, also to a provider that still knows them.</param>
    public static string AddressFor(string returnUrl, bool ended, bool fresh = false) => $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}{(ended ? "&ended=yes" : "")}{(fresh ? "&fresh=yes" : "")}";

    /// <param name="logout">Where a client goes on as soon as nobody is signed in.</param>
    public static string SignOutAddressFor(string logout) => $"/account/sign-out?returnUrl={Uri.EscapeDataString(logout)}";

    private static async Task<IResult> SignInAsync(
        HttpContext http, SignInPages pages, IAntiforgery guard, PasswordCheck check, SignInThrottle throttle, SignInMetrics metrics, IdentityDb db, SecondStep step, PasskeyCeremony passkeys)
    {
        var form = await ReadAsync(http);
        if (!await guard.IsRequestValidAsync(http))
        {
            return pages.SignIn(form.ReturnUrl, await passkeys.AskAsync(http, null), form.Email, pages.TooOld);
        }

        var (account, refusal) = await TryAsync(http, pages, form, check, throttle, metrics, db);
        if (account is null)
        {
            return pages.SignIn(form.ReturnUrl, await passkeys.AskAsync(http, null), form.Email, refusal);
        }

        return account.PasswordIsTemporary
            ? await step.ReplaceFirstAsync(http, account, form.ReturnUrl)
            : await step.GoOnAsync(http, account, form.ReturnUrl, FirstStep.Password());
    }

    private static async Task<IResult> ChoosePasswordAsync(
        HttpContext http, SignInPages pages, IAntiforgery guard, PasswordCheck check, SignInThrottle throttle, SignInMetrics metrics, IdentityDb db, SecondStep step, PasswordRules passwords, IPasswordHasher<Account> hasher)
    {
        var form = await ReadAsync(http);
        if (!await guard.IsRequestValidAsync(http))
        {
            return pages.ChoosePassword(form.ReturnUrl, form.Email, pages.TooOld);
        }

        var (account, refusal) = await TryAsync(http, pages, form, check, throttle, metrics, db);
        if (account is null)
        {
            return pages.ChoosePassword(form.ReturnUrl, form.Email, refusal);
        }

        if (await passwords.FaultOfAsync(form.NewPassword, account.Email, account.DisplayName, account.Organization, form.Password, http.RequestAborted) is { } fault)
        {
            await step.EnterAsync(http, account);
            return pages.ChoosePassword(form.ReturnUrl, form.Email, new Refusal(StatusCodes.Status400BadRequest, new Fault(pages.WordsFor(fault), "newPassword")));
        }

        return await step.GoOnAsync(http, account, form.ReturnUrl, FirstStep.Password(hasher.HashPassword(account, form.NewPassword)));
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, SignInPages pages, IAntiforgery guard, SignedIn signedIn)
    {
        var form = await ReadAsync(http);
        if (!await guard.IsRequestValidAsync(http))
        {
            return pages.SignOut(form.ReturnUrl, pages.TooOld);
        }

        await signedIn.EndAsync(http);
        return Results.Redirect(form.ReturnUrl == "/" ? "/account/signed-out" : form.ReturnUrl);
    }

    private static async Task<(Account? Account, Refusal? Refusal)> TryAsync(HttpContext http, SignInPages pages, Form form, PasswordCheck check, SignInThrottle throttle, SignInMetrics metrics, IdentityDb db)
    {
        var (name, address) = (Account.KeyOf(form.Email), AddressOf(http));
        if (throttle.Begin(name, address) is { Ticks: > 0 } wait)
        {
            metrics.Throttled();
            return (null, pages.TooMany(wait));
        }

        var (account, named, closed) = await check.FindAsync(form.Email, form.Password, http.RequestAborted);
        string[] concerned = named is { } id ? [id.ToString()] : [];
        if (account is null)
        {
            metrics.Wrong();
            await db.RecordAsync(AuditOutcome.Refused, closed ? OtherWays.Closed : "WRONG_PASSWORD", concerned, http.RequestAborted); // for a name that does not exist too, so that time tells nothing
            return (null, new Refusal(StatusCodes.Status400BadRequest, new Fault(pages.Say["signIn.wrong"], "password")));
        }

        throttle.Succeeded(name, address);
        return (account, null);
    }

    // The gateway replaces whatever the caller claimed; nobody else reaches this service.
    public static string AddressOf(HttpContext http) =>
        http.Request.Headers["X-Forwarded-For"].ToString() is { Length: > 0 and <= 64 } forwarded ? forwarded : http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static async Task<Form> ReadAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        return new Form(form["email"].ToString(), form["password"].ToString(), form["newPassword"].ToString(), LocalAddress.OrStart(form["returnUrl"]));
    }
}
