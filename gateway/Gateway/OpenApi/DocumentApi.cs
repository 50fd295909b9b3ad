using Concord.Gateway.Pages;
using Scalar.AspNetCore;

namespace Concord.Gateway.OpenApi;

/// <summary>The approved surface as it was built in, and a page to browse it: both answer when every service is down, and without a network.</summary>
internal static class DocumentApi
{
    public const string Path = "/openapi/v1.json";

    // The page writes its styles as it runs and compiles small workers; nothing may come from, or go to, another place than this one.
    private const string Policy = "default-src 'none'; script-src 'self' 'nonce-NONCE'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static readonly byte[] s_document = StartPage.Resource("Concord.openapi.v1.json");

    public static void MapOpenApiDocument(this IEndpointRouteBuilder routes) => routes.MapGet(Path, (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = "public, max-age=60";
        return Results.Bytes(s_document, "application/json; charset=utf-8");
    });

    public static void MapReference(this IEndpointRouteBuilder routes) => routes.MapScalarApiReference("/reference", (reference, http) =>
    {
        var nonce = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
        http.Response.Headers.ContentSecurityPolicy = Policy.Replace("NONCE", nonce, StringComparison.Ordinal);
        reference.Nonce = nonce;
        reference.Title = "API reference – Concord";
        reference.OpenApiRoutePattern = Path;
        reference.Favicon = "/favicon.ico";
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
