using System.Text;
using System.Text.Encodings.Web;

namespace Concord.Identity.SignIn;

/// <summary>A plain page: works without scripts, loads nothing from elsewhere; the gateway serves the one stylesheet.</summary>
internal static class Page
{
    // Browsers apply form-action to the redirects after the form too: a command line's callback on loopback is one.
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'";

    public static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    /// <param name="http">The request that is answered.</param>
    /// <param name="title">Plain text.</param>
    /// <param name="body">HTML; whatever came from a person is encoded already.</param>
    /// <param name="status">200, or what went wrong.</param>
    public static IResult Show(HttpContext http, string title, string body, int status = StatusCodes.Status200OK)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-cache, no-store"; // as its forms ask for it
        headers.Pragma = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return Results.Text($"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>{Encode(title)} – Concord</title>
              <link rel="icon" href="/favicon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/style.css">
            </head>
            <body>
              <a class="skip" href="#main">Skip to the content</a>
              <header><a class="brand" href="/"><img src="/favicon.svg" alt="" width="28" height="28">Concord</a></header>
              <main id="main" class="narrow">
                <h1>{Encode(title)}</h1>
            {body}
              </main>
            </body>
            </html>
            """, "text/html", Encoding.UTF8, status);
    }

    public static string Problem(string? text) => text is null ? "" : $"""    <p class="problem" role="alert">{Encode(text)}</p>""";
}
