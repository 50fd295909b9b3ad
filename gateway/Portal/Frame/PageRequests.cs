using Concord.Platform.Browsers;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Frame;

/// <summary>What holds for every page: nobody else keeps it, nothing of elsewhere runs in it, and who is not signed in is asked to.</summary>
internal sealed class PageRequests(RequestDelegate next)
{
    /// <summary>No script, style or picture but ours, none of them inside the page.</summary>
    public const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public async Task InvokeAsync(HttpContext http)
    {
        http.Response.Headers.ContentSecurityPolicy = ContentPolicy;
        http.Response.Headers.CacheControl = "no-cache, no-store";
        http.Response.Headers.Pragma = "no-cache"; // both as forms ask for them
        if (!await http.Request.IsReadableAsync())
        {
            await ProblemPage.ShowAsync(http, StatusCodes.Status400BadRequest);
        }
        else if (IsSignedIn(http) || PortalSetup.IsOpen(http.GetEndpoint()!))
        {
            await next(http);
        }
        else if (HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.Redirect($"/signin?returnUrl={Uri.EscapeDataString(http.Request.Path + http.Request.QueryString)}");
        }
        else
        {
            await ProblemPage.ShowAsync(http, StatusCodes.Status401Unauthorized); // what was typed goes nowhere, and is not lost
        }
    }

    /// <summary>The host has put the person's token into the request.</summary>
    public static bool IsSignedIn(HttpContext http) => http.Request.Headers.Authorization.Count > 0;
}
