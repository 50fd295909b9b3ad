using System.Diagnostics;
using System.Globalization;
using Concord.Platform.Browsers;
using Concord.Platform.Errors;
using Concord.Portal.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Problem = Concord.Portal.Api.Problem;

namespace Concord.Portal.Frame;

/// <summary>What a person sees in a browser where a program gets a problem.</summary>
public static class ProblemPage
{
    /// <summary>A form that was opened in another name than the one it would count in now.</summary>
    public const string InAnotherName = "acting";

    /// <summary>Whether a browser opens a page; the API answers problems to everybody.</summary>
    public static bool IsFor(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && !HttpMethods.IsHead(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the API refused while a page was made.</summary>
    public static Task ShowAsync(HttpContext http, Problem problem) => ShowAsync(http, problem.Status, problem.TraceId, retryAfter: problem.RetryAfter, wrong: problem.Errors);

    /// <param name="http">Of the request.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="number">To quote; null for that of this request.</param>
    /// <param name="kind">Which texts tell it; null for those of the status.</param>
    /// <param name="retryAfter">When to open it again.</param>
    /// <param name="wrong">What is wrong with what the address asks for, by its keys.</param>
    public static async Task ShowAsync(HttpContext http, int status, string? number = null, string? kind = null, TimeSpan? retryAfter = null, IReadOnlyDictionary<string, string[]>? wrong = null)
    {
        var unsent = (status == StatusCodes.Status401Unauthorized || kind == InAnotherName) && http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : null;
        var cookies = http.Response.Headers.SetCookie;
        http.Response.Clear(); // a page may have been begun
        http.Response.Headers.SetCookie = cookies;
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout)
        {
            http.Response.Headers.RetryAfter = ProblemAnswer.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        if (retryAfter is { } wait)
        {
            http.Response.Headers.RetryAfter = ProblemAnswer.Seconds(wait);
        }

        http.Response.Headers.ContentSecurityPolicy = PageRequests.ContentPolicy;
        http.Response.Headers.CacheControl = "no-store";
        await using var scope = http.RequestServices.CreateAsyncScope(); // that of the request may have begun another page
        http.RequestServices = scope.ServiceProvider;
        await new RazorComponentResult<ProblemDocument>(new
        {
            Status = status,
            Kind = kind ?? KindOf(status),
            Number = number ?? Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            Theme = Preferences.ThemeOf(http.Request),
            Unsent = unsent,
            Acting = ActingName.Of(http),
            Me = status == StatusCodes.Status404NotFound ? await MeAsync(http) : null,
            Address = http.Request.Path + http.Request.QueryString.ToString(),
            RetryAfter = retryAfter ?? TimeSpan.Zero,
            Wrong = wrong,
            Mended = wrong is not null && HttpMethods.IsGet(http.Request.Method) && wrong.Keys.Any(http.Request.Query.ContainsKey) ? http.Request.With([.. wrong.Keys.Select(k => (k, (string?)null))]) : null,
        })
        { StatusCode = status }.ExecuteAsync(http);
    }

    // Asked for every page that is not there, so that neither the answer nor its time tells whether something is.
    private static async Task<Me?> MeAsync(HttpContext http)
    {
        try
        {
            return PageRequests.IsSignedIn(http) ? await http.RequestServices.GetRequiredService<Person>().MeAsync() : null;
        }
        catch (ProblemException)
        {
            return null; // who it is does not matter for what is not there
        }
    }

    private static string KindOf(int status) => status switch
    {
        404 or 405 or 410 => "404",
        401 => "401",
        403 => "403",
        413 => "413",
        429 => "429",
        502 or 503 or 504 => "503",
        >= 400 and < 500 => "400",
        _ => "500",
    };
}
