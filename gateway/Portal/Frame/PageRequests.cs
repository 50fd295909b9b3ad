using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Frame;

/// <summary>What holds for every page: nobody else keeps it, nothing of elsewhere runs in it, and who is not signed in is asked to.</summary>
internal sealed class PageRequests(RequestDelegate next)
{
    /// <summary>No script, style or picture but ours, none of them inside the page.</summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = ContentPolicy;
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers.Pragma = "no-cache"; // both as forms ask for them
        if (!IsSignedIn(http) && !PortalSetup.IsOpen(http.GetEndpoint()!))
        {
            http.Response.Redirect($"/signin?returnUrl={Uri.EscapeDataString(HttpMethods.IsGet(http.Request.Method) ? http.Request.Path + http.Request.QueryString : http.Request.Path)}");
            return Task.CompletedTask;
        }

        return next(http);
    }

    /// <summary>The host has put the person's token into the request.</summary>
    public static bool IsSignedIn(HttpContext http) => http.Request.Headers.Authorization.Count > 0;
}
