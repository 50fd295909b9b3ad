using System.Text;
using System.Text.Encodings.Web;

namespace Concord.Gateway.Pages;

/// <summary>A plain page: works without scripts, loads nothing from elsewhere.</summary>
internal static class Page
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static string Encode(string? text) => HtmlEncoder.Default.Encode(text ?? "");

    /// <param name="http">The request that is answered.</param>
    /// <param name="title">Plain text; the heading of the page.</param>
    /// <param name="body">HTML; whatever came from a person is encoded already.</param>
    /// <param name="status">200, or what went wrong.</param>
    public static IResult Show(HttpContext http, string title, string body, int status = StatusCodes.Status200OK)
    {
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.CacheControl = "no-store";
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
              <header>
                <a class="brand" href="/"><img src="/favicon.svg" alt="" width="28" height="28">Concord</a>
                <nav aria-label="Concord"><a href="/reference/">API reference</a></nav>
              </header>
              <main id="main">
                <h1>{Encode(title)}</h1>
            {body}
              </main>
              <footer><p>Times are UTC. Demonstration records are marked as such wherever they appear.</p></footer>
            </body>
            </html>
            """, "text/html", Encoding.UTF8, status);
    }
}
