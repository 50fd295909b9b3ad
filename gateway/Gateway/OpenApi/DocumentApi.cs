using Scalar.AspNetCore;

namespace Concord.Gateway.OpenApi;

/// <summary>The approved surface as it was built in, and a page to browse it: both answer when every service is down, and without a network.</summary>
internal static class DocumentApi
{
    public const string Path = "/openapi/v1.json";

    // The page writes its styles as it runs and compiles small workers; nothing may come from, or go to, another place than this one.
    private const string Policy = "default-src 'none'; script-src 'self' 'nonce-NONCE'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    // The language of the page, which the component leaves out; no attempt to compile code, which the policy forbids; text dark enough to read (WCAG 2.2, 1.4.3).
    private const string Head = """
        <script nonce="NONCE">document.documentElement.lang = 'en'; globalThis.__zod_globalConfig = { jitless: true }</script>
        <style>
          :root { --scalar-custom-header-height: 3.25rem; }
          .light-mode { --scalar-color-2: #4a4f55; --scalar-color-3: #5f656c; --scalar-color-accent: #1b5a86; --scalar-color-blue: #1b5a86; --scalar-color-green: #1d6b3a; --scalar-color-orange: #8a4b00; --scalar-color-yellow: #7a5600; --scalar-color-red: #a3261d; }
          .dark-mode { --scalar-color-2: #b4bac0; --scalar-color-3: #a0a6ad; --scalar-color-accent: #8cc4ee; }
          .home { position: sticky; inset-block-start: 0; z-index: 10; display: flex; align-items: center; block-size: 3.25rem; padding-inline: 1.25rem; border-block-end: 1px solid var(--scalar-border-color, #d5d9dd); background: var(--scalar-background-1, Canvas); font: 1rem/1 system-ui, "Noto Sans", sans-serif; }
          .home a { display: inline-flex; align-items: center; gap: .5rem; color: var(--scalar-color-1, CanvasText); font-size: 1.125rem; font-weight: 650; text-decoration: none; }
          .home a:focus-visible { outline: 3px solid var(--scalar-color-accent, Highlight); outline-offset: 2px; }
        </style>
        """;

    private const string Header = """
        <div class="home"><a href="/"><img src="/favicon.svg" alt="" width="28" height="28">Concord</a></div>
        <noscript><p>This page needs JavaScript. The same description is in the <a href="/openapi/v1.json">OpenAPI document</a>.</p></noscript>
        """;

    private static readonly byte[] s_document = Document();

    public static void MapOpenApiDocument(this IEndpointRouteBuilder routes) => routes.MapGet(Path, (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Bytes(s_document, "application/json; charset=utf-8");
    });

    private static byte[] Document()
    {
        using var stream = typeof(DocumentApi).Assembly.GetManifestResourceStream("Concord.openapi.v1.json") ?? throw new InvalidOperationException("The document was not built in.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public static void MapReference(this IEndpointRouteBuilder routes) => routes.MapScalarApiReference("/reference", (reference, http) =>
    {
        var nonce = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = Policy.Replace("NONCE", nonce, StringComparison.Ordinal);
        reference.Nonce = nonce;
        reference.Title = "API reference – Concord";
        reference.OpenApiRoutePattern = Path;
        reference.Favicon = "/favicon.svg";
        reference.HeadContent = Head.Replace("NONCE", nonce, StringComparison.Ordinal);
        reference.HeaderContent = Header;
        reference.DefaultFonts = false; // else they come from a content network
        reference.Telemetry = false;
        reference.ProxyUrl = null;
        reference.Agent = new ScalarAgentOptions { Disabled = true };
        reference.Mcp = new ScalarMcpOptions { Disabled = true };
        reference.HideClientButton = true; // leads to a site elsewhere
        reference.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        reference.PersistentAuthentication = false;
    });
}
