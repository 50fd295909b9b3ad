using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.Browsers;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Concord.Identity.SignIn;

/// <summary>The pages where a person signs in, chooses a password, and signs out.</summary>
internal static class SignInApi
{
    private const string Wrong = "E-mail or password is wrong.";
    private const string TooOld = "This page was open too long. Please try again.";
    private const string Why = "Nobody is signed in yet.";

    private sealed record Form(string Email, string Password, string NewPassword, string ReturnUrl);

    public static void MapSignIn(this IEndpointRouteBuilder root)
    {
        var pages = root.MapGroup("/account").ExcludeFromDescription();
        pages.MapGet("/sign-in", (HttpContext http, IAntiforgery guard, string? returnUrl) => SignInPage(http, guard, "", returnUrl)).OpenToAll(Why);
        pages.MapPost("/sign-in", SignInAsync).OpenToAll(Why);
        pages.MapGet("/password", (HttpContext http, IAntiforgery guard, string? returnUrl) => PasswordPage(http, guard, "", returnUrl)).OpenToAll(Why);
        pages.MapPost("/password", ChoosePasswordAsync).OpenToAll(Why);
        pages.MapGet("/sign-out", (HttpContext http, IAntiforgery guard) => SignOutPage(http, guard)).OpenToAll("Asks only.");
        pages.MapPost("/sign-out", SignOutAsync).OpenToAll("Ends the caller's own session.");
        pages.MapGet("/signed-out", (HttpContext http) => Page.Show(http, "Signed out", """    <p>You are signed out. <a href="/">Back to the start</a></p>""")).OpenToAll("Says nothing about anybody.");
    }

    public static string AddressFor(string returnUrl) => $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";

    private static async Task<IResult> SignInAsync(HttpContext http, IAntiforgery guard, PasswordCheck check, SignInThrottle throttle, SignInMetrics metrics)
    {
        if (await ReadAsync(http, guard) is not { } form)
        {
            return SignInPage(http, guard, "", null, TooOld, StatusCodes.Status400BadRequest);
        }

        var (account, refusal) = await TryAsync(http, form, check, throttle, metrics);
        if (account is null)
        {
            return SignInPage(http, guard, form.Email, form.ReturnUrl, refusal, http.Response.Headers.RetryAfter.Count > 0 ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest);
        }

        if (account.PasswordIsTemporary)
        {
            return Results.Redirect($"/account/password?returnUrl={Uri.EscapeDataString(form.ReturnUrl)}");
        }

        await Session.BeginAsync(http, account);
        return Results.Redirect(form.ReturnUrl);
    }

    private static async Task<IResult> ChoosePasswordAsync(HttpContext http, IAntiforgery guard, PasswordCheck check, SignInThrottle throttle, SignInMetrics metrics, IdentityDb db, IPasswordHasher<Account> hasher)
    {
        if (await ReadAsync(http, guard) is not { } form)
        {
            return PasswordPage(http, guard, "", null, TooOld, StatusCodes.Status400BadRequest);
        }

        var (account, refusal) = await TryAsync(http, form, check, throttle, metrics);
        if (account is null)
        {
            return PasswordPage(http, guard, form.Email, form.ReturnUrl, refusal, http.Response.Headers.RetryAfter.Count > 0 ? StatusCodes.Status429TooManyRequests : StatusCodes.Status400BadRequest);
        }

        try
        {
            new Violations().CheckPassword(form.NewPassword, account.Email, "New password")
                .Check(form.NewPassword != form.Password, "New password", "Not the one you have now.").ThrowIfAny();
        }
        catch (DomainException wrong)
        {
            return PasswordPage(http, guard, form.Email, form.ReturnUrl, wrong.Message, StatusCodes.Status400BadRequest);
        }

        account.SetPassword(hasher.HashPassword(account, form.NewPassword), temporary: false);
        await db.SaveChangesAsync(http.RequestAborted);
        await Session.BeginAsync(http, account);
        return Results.Redirect(form.ReturnUrl);
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, IAntiforgery guard)
    {
        if (await ReadAsync(http, guard) is null)
        {
            return SignOutPage(http, guard, TooOld, StatusCodes.Status400BadRequest);
        }

        await http.SignOutAsync(Session.Scheme);
        return Results.Redirect("/account/signed-out");
    }

    private static async Task<(Account? Account, string Refusal)> TryAsync(HttpContext http, Form form, PasswordCheck check, SignInThrottle throttle, SignInMetrics metrics)
    {
        var (name, address) = (Account.KeyOf(form.Email), AddressOf(http));
        if (throttle.Begin(name, address) is { Ticks: > 0 } wait)
        {
            metrics.Throttled();
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            http.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return (null, $"Too many attempts. Please wait {seconds} s and try again.");
        }

        var account = await check.FindAsync(form.Email, form.Password, http.RequestAborted);
        if (account is null)
        {
            metrics.Wrong();
            return (null, Wrong);
        }

        throttle.Succeeded(name, address);
        return (account, "");
    }

    // The gateway replaces whatever the caller claimed; nobody else reaches this service.
    private static string AddressOf(HttpContext http) =>
        http.Request.Headers["X-Forwarded-For"].ToString() is { Length: > 0 and <= 64 } forwarded ? forwarded : http.Connection.RemoteIpAddress?.ToString() ?? "";

    private static async Task<Form?> ReadAsync(HttpContext http, IAntiforgery guard)
    {
        if (!http.Request.HasFormContentType || !await guard.IsRequestValidAsync(http))
        {
            return null;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        return new Form(form["email"].ToString(), form["password"].ToString(), form["newPassword"].ToString(), LocalAddress.OrStart(form["returnUrl"]));
    }

    private static IResult SignInPage(HttpContext http, IAntiforgery guard, string email, string? returnUrl, string? problem = null, int status = StatusCodes.Status200OK) => Page.Show(http, "Sign in", $"""
        {Page.Problem(problem)}
            <form method="post" action="/account/sign-in">
              {Hidden(http, guard, returnUrl)}
              <label for="email">E-mail</label>
              <input id="email" name="email" type="email" autocomplete="username" required maxlength="200" value="{Page.Encode(email)}">
              <label for="password">Password</label>
              <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="{Account.MaxPasswordLength}">
              <button type="submit">Sign in</button>
            </form>
        """, status);

    private static IResult PasswordPage(HttpContext http, IAntiforgery guard, string email, string? returnUrl, string? problem = null, int status = StatusCodes.Status200OK) => Page.Show(http, "Choose a password", $"""
        {Page.Problem(problem)}
            <p>At least {Account.MinPasswordLength} characters. A password that you were given is replaced here before you sign in.</p>
            <form method="post" action="/account/password">
              {Hidden(http, guard, returnUrl)}
              <label for="email">E-mail</label>
              <input id="email" name="email" type="email" autocomplete="username" required maxlength="200" value="{Page.Encode(email)}">
              <label for="password">Password you have now</label>
              <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="{Account.MaxPasswordLength}">
              <label for="newPassword">New password</label>
              <input id="newPassword" name="newPassword" type="password" autocomplete="new-password" required minlength="{Account.MinPasswordLength}" maxlength="{Account.MaxPasswordLength}">
              <button type="submit">Save and sign in</button>
            </form>
        """, status);

    private static IResult SignOutPage(HttpContext http, IAntiforgery guard, string? problem = null, int status = StatusCodes.Status200OK) => Page.Show(http, "Sign out", $"""
        {Page.Problem(problem)}
            <form method="post" action="/account/sign-out">
              {Hidden(http, guard, null)}
              <button type="submit">Sign out</button>
            </form>
        """, status);

    private static string Hidden(HttpContext http, IAntiforgery guard, string? returnUrl)
    {
        var token = guard.GetAndStoreTokens(http);
        return $"""
            <input type="hidden" name="{token.FormFieldName}" value="{Page.Encode(token.RequestToken)}">
            <input type="hidden" name="returnUrl" value="{Page.Encode(LocalAddress.OrStart(returnUrl))}">
            """;
    }
}
