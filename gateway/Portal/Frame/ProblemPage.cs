using System.Diagnostics;
using Concord.Platform.Browsers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Portal.Frame;

/// <summary>What a person sees in a browser where a program gets a problem.</summary>
public static class ProblemPage
{
    /// <summary>Whether a browser opens a page; the API answers problems to everybody.</summary>
    public static bool IsFor(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !HttpMethods.IsHead(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public static async Task ShowAsync(HttpContext http, int status, string? number = null)
    {
        var unsent = status == StatusCodes.Status401Unauthorized && http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        http.Response.Headers.ContentSecurityPolicy = PageRequests.ContentPolicy;
        http.Response.Headers.CacheControl = "no-store";
        await using var scope = http.RequestServices.CreateAsyncScope(); // that of the request may have begun another page
        http.RequestServices = scope.ServiceProvider;
        await new RazorComponentResult<ProblemDocument>(new
        {
            Status = status,
            Number = number ?? Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            Theme = Preferences.ThemeOf(http.Request),
            Unsent = unsent,
            Address = http.Request.Path + http.Request.QueryString.ToString(),
        })
        { StatusCode = status }.ExecuteAsync(http);
    }
}
