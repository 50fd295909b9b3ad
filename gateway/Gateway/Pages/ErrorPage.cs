using System.Diagnostics;
using System.Globalization;
using Concord.Platform.Errors;

namespace Concord.Gateway.Pages;

/// <summary>What a person sees in a browser where a program gets a problem.</summary>
internal static class ErrorPage
{
    /// <summary>Whether a browser opens a page; the API answers problems to everybody.</summary>
    public static bool IsFor(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && HttpMethods.IsHead(request.Method) is false && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    public static Task ShowAsync(HttpContext http, int status)
    {
        var (title, text) = status switch
        {
            StatusCodes.Status404NotFound => ("Nothing is here", "The address may be mistyped, or what was here has moved."),
            StatusCodes.Status405MethodNotAllowed => ("Nothing is here", "This address exists, but it is not a page to open."),
            StatusCodes.Status403Forbidden => ("This was not done", "The request did not come from a page of this platform. Go back to the start and try again from there."),
            StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout => ("A service does not answer", "Please wait a moment and try again. The start shows what is running."),
            >= 400 and < 500 => ("This cannot be read", "Go back and try again."),
            _ => ("Something went wrong on our side", "Please try again. If it goes on, tell the people who look after this installation, and quote the number below."),
        };
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout)
        {
            http.Response.Headers.RetryAfter = ProblemAnswer.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return Page.Show(http, title, $"""
                <p class="lead">{text}</p>
                <p><a href="/">Back to the start</a></p>
                <p class="quiet">{status} · {Page.Encode(Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier)}</p>
            """, status).ExecuteAsync(http);
    }
}
