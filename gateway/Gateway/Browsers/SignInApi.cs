using Concord.Platform.Browsers;
using Concord.Platform.Errors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Concord.Gateway.Browsers;

/// <summary>Where a browser's session begins and ends.</summary>
internal static class SignInApi
{
    /// <summary>What the identity service is asked for, so that tokens of the next quarter of an hour carry all of a person's clearance.</summary>
    private const string StepUp = "urn:concord:step-up";

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/signin", (HttpContext http, IConfiguration configuration, string? returnUrl) => AskAsync(http, configuration, "signin", returnUrl, acr: null));
        routes.MapGet("/step-up", (HttpContext http, IConfiguration configuration, string? returnUrl) => AskAsync(http, configuration, "step-up", returnUrl, StepUp));
        routes.MapPost("/signout", SignOutAsync);
    }

    // A step-up is a sign-in that asks for more (RFC 9470): the browser's session goes on with another reference, under which no replica keeps an older token.
    private static async Task<IResult> AskAsync(HttpContext http, IConfiguration configuration, string path, string? returnUrl, string? acr)
    {
        // Cookies belong to one host name: begin at the one where sign-in ends.
        var issuer = BrowserSetup.Issuer(configuration);
        var target = LocalAddress.OrStart(returnUrl);
        if (!string.Equals(http.Request.Host.Value, issuer.Authority, StringComparison.OrdinalIgnoreCase))
        {
            return Results.Redirect($"{new Uri(issuer, path)}?returnUrl={Uri.EscapeDataString(target)}");
        }

        try
        {
            var asked = new AuthenticationProperties { RedirectUri = target };
            asked.SetParameter(OpenIdConnectParameterNames.AcrValues, acr);
            await http.ChallengeAsync(OpenIdConnectDefaults.AuthenticationScheme, asked);
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

        CookieNames.Forget(http.Response);
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
