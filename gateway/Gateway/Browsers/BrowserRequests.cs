using Concord.Gateway.Errors;
using Concord.Gateway.Routing;
using Concord.Platform.Errors;
using Concord.Portal;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Yarp.ReverseProxy.Model;

namespace Concord.Gateway.Browsers;

/// <summary>
/// Cookie in, token out: a request with a browser's session gets the access token on its way to a service. A change must come from
/// a page of this platform (CSRF). A request with a token of its own is a program's and passes untouched.
/// </summary>
internal sealed class BrowserRequests(RequestDelegate next, SessionTokens tokens)
{
    public const string OwnHeader = "X-Concord-Request";

    public async Task InvokeAsync(HttpContext context)
    {
        // The identity service's pages have a session and a guard of their own.
        if (context.Request.Headers.Authorization.Count == 0 && !Collections.IsPageOfIdentity(context.Request.Path)
            && await context.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme) is { Succeeded: true } session)
        {
            if (!IsSafe(context.Request.Method) && !IsOfThisPlatform(context.Request))
            {
                throw Fail.Because(GatewayReasons.CrossSite, $"Send the header {OwnHeader}: 1, or use a browser that says where a request comes from.");
            }

            if (IsForThePerson(context.GetEndpoint()) && await TokenAsync(context, session) is { } token)
            {
                context.Request.Headers.Authorization = $"Bearer {token}";
            }
        }

        await next(context);
    }

    private static bool IsForThePerson(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<RouteModel>() is not null || endpoint?.Metadata.GetMetadata<ActsForThePerson>() is not null || PortalSetup.IsPage(endpoint);

    private async Task<string?> TokenAsync(HttpContext context, AuthenticateResult session)
    {
        var token = await tokens.FindAsync(session.Properties!);
        if (token is null)
        {
            await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme); // the service answers as to anybody who is not signed in
        }

        return token;
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // A page elsewhere can neither set our header without being asked for leave first, nor forge what the browser says of it.
    // Over plain HTTP to another machine a browser leaves Sec-Fetch-Site out; Origin then says it, and a page cannot choose the Host.
    // An origin that is "null" is a frame without rights or a page that hides where it comes from: never one of ours.
    private static bool IsOfThisPlatform(HttpRequest request) => request.Headers.Origin != "null" && IsOurs(request);

    private static bool IsOurs(HttpRequest request) => request.Headers[OwnHeader] == "1" || request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" or "none" => true,
        "" => Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin) && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}

/// <summary>Marks what the gateway answers by asking services in the name of the caller.</summary>
internal sealed class ActsForThePerson;
