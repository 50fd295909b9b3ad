using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Concord.Portal.Assets;

/// <summary>Styles, script and icon. An address names the content, so that a browser keeps it for good; each is compressed once, as small as it gets.</summary>
public static class AssetFiles
{
    private static readonly FrozenDictionary<string, Asset> All = new[]
    {
        Make("portal.css", "text/css; charset=utf-8", "tokens.css", "base.css", "frame.css", "components.css"),
        Make("portal.js", "text/javascript; charset=utf-8", "portal.js"),
        Make("icon.svg", "image/svg+xml", "icon.svg"),
    }.ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    public static string AddressOf(string name) => $"/assets/{All[name].Print}/{name}";

    internal static void MapAssets(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("").DisableRateLimiting(); // every page needs them
        files.MapGet("/assets/{print}/{name}", (HttpContext http, string print, string name) =>
            All.TryGetValue(name, out var asset) && asset.Print == print ? Send(http, asset, "public, max-age=31536000, immutable") : Results.NotFound());

        // By a lasting name, for pages that are made elsewhere.
        files.MapGet("/style.css", (HttpContext http) => Send(http, All["portal.css"], "public, max-age=300"));
        files.MapGet("/favicon.svg", (HttpContext http) => Send(http, All["icon.svg"], "public, max-age=300"));
        files.MapGet("/favicon.ico", (HttpContext http) => Send(http, All["icon.svg"], "public, max-age=300")); // asked for where no page has named the other
    }

    private static IResult Send(HttpContext http, Asset asset, string keep)
    {
        http.Response.Headers.CacheControl = keep;
        http.Response.Headers.Vary = "Accept-Encoding";
        if (http.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value.Equals("br", StringComparison.OrdinalIgnoreCase) && e.Quality is not 0))
        {
            http.Response.Headers.ContentEncoding = "br";
            return Results.Bytes(asset.Brotli, asset.Type);
        }

        return Results.Bytes(asset.Content, asset.Type);
    }

    private static Asset Make(string name, string type, params string[] parts)
    {
        using var whole = new MemoryStream();
        foreach (var part in parts)
        {
            using var stream = typeof(AssetFiles).Assembly.GetManifestResourceStream($"Concord.Portal.{part}") ?? throw new InvalidOperationException($"{part} was not built in.");
            stream.CopyTo(whole);
        }

        using var small = new MemoryStream();
        using (var brotli = new BrotliStream(small, CompressionLevel.SmallestSize))
        {
            brotli.Write(whole.GetBuffer(), 0, (int)whole.Length);
        }

        var content = whole.ToArray();
        return new Asset(name, type, Convert.ToHexStringLower(SHA256.HashData(content))[..12], content, small.ToArray());
    }

    private sealed record Asset(string Name, string Type, string Print, byte[] Content, byte[] Brotli);
}
