using System.Text;
using Concord.Platform.Browsers;
using Concord.Platform.Texts;

namespace Concord.Identity.SignIn;

/// <summary>A plain page: works without scripts but for passkeys, loads nothing from elsewhere; the gateway serves the style sheet and remembers the language.</summary>
internal static class Page
{
    // Browsers apply form-action to the redirects after the form too: a command line's callback on loopback is one.
    private const string Policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self' http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Before the page is made: the token of its form warns of every other word about keeping.</summary>
    public static ValueTask<object?> KeepFromOthersAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    }

    /// <param name="request">What is answered.</param>
    /// <param name="say">In the language of the person who asked.</param>
    /// <param name="title">Heading of the page.</param>
    /// <param name="body">What follows it.</param>
    /// <param name="back">Address of this page, for after another language was chosen.</param>
    /// <param name="status">200, or what went wrong.</param>
    public static IResult Show(HttpRequest request, Speech say, string title, Html body, string back, int status = StatusCodes.Status200OK)
    {
        Html page = $"""
            <!doctype html>
            <html lang="{say.Language.Tag}" dir="{say.Language.Direction}" data-theme="{Preferences.ThemeOf(request)}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>{title} – Concord</title>
              <link rel="icon" href="/favicon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="/style.css">
            </head>
            <body>
              <a class="skip" href="#main">{say["frame.skip"]}</a>
              <header class="bar">
                <a class="brand" href="/"><img src="/favicon.svg" alt="" width="28" height="28">Concord</a>
                <nav class="tongues" aria-label="{say["frame.language"]}"><ul>{Language.All.Select(l => Choice(l, l == say.Language, back))}</ul></nav>
              </header>
              <main id="main" class="door" tabindex="-1">
                <div class="motto">
                  <p>{say["product.title"]}</p>
                  <p>{say["product.text"]}</p>
                </div>
                <div class="card">
                  <h1>{title}</h1>
            {body}
                </div>
                <p class="quiet">{say["frame.reminder"]}</p>
              </main>
            </body>
            </html>
            """;
        return Results.Text(page.ToString(), "text/html", Encoding.UTF8, status);
    }

    private static Html Choice(Language language, bool chosen, string back) => $"""
        <li><a href="{Preferences.Address("language", language.Tag, back)}" lang="{language.Tag}" dir="{language.Direction}" hreflang="{language.Tag}" aria-current="{(chosen ? "true" : "false")}">{language.OwnName}</a></li>
        """;
}
