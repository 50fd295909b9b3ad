using Concord.Platform.Browsers;
using Concord.Platform.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace Concord.Gateway.Browsers;

/// <summary>Where a browser's session begins and ends.</summary>
internal static class SignInApi
{
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signin", SignInAsync);
        routes.MapPost("/signout", SignOutAsync);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, IConfiguration configuration, string? returnUrl)
    {
        // Cookies belong to one host name: begin at the one where sign-in ends.
        var issuer = BrowserSetup.Issuer(configuration);
        var target = LocalAddress.OrStart(returnUrl);
        if (!string.Equals(http.Request.Host.Value, issuer.Authority, StringComparison.OrdinalIgnoreCase))
        {
            return Results.Redirect($"{new Uri(issuer, "signin")}?returnUrl={Uri.EscapeDataString(target)}");
        }

        try
        {
            await http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = target });
            return Results.Empty;
        }
        catch (InvalidOperationException e) when (e.InnerException is not null) // metadata could not be read
        {
            throw Fail.Because(PlatformReasons.DependencyUnavailable, "The identity service does not answer; retry shortly.", ("service", "identity"));
        }
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, SessionTokens tokens)
    {
        var session = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (!session.Succeeded)
        {
            return Results.Redirect("/");
        }

        await tokens.RevokeAsync(session.Properties!, http.RequestAborted);
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        try
        {
            await http.SignOutAsync(OpenIdConnectDefaults.AuthenticationScheme, new AuthenticationProperties { RedirectUri = "/" });
            return Results.Empty;
        }
        catch (InvalidOperationException e) when (e.InnerException is not null) // metadata could not be read: at least the session here has ended
        {
            return Results.Redirect("/");
        }
    }
}
