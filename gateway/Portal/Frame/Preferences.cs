using Concord.Portal.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Concord.Portal.Frame;

/// <summary>What a browser remembers of how its person likes to read: language, colours, whether single keys do something.</summary>
public static class Preferences
{
    public const string Theme = "concord.theme";
    public const string Keys = "concord.keys";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    private static readonly Dictionary<string, (string Cookie, string[] Values)> Known = new()
    {
        ["language"] = (Language.Cookie, [.. Language.All.Select(l => l.Tag)]),
        ["theme"] = (Theme, ["auto", "light", "dark", "contrast"]),
        ["keys"] = (Keys, ["on", "off"]),
    };

    public static string ThemeOf(HttpRequest request) => Valid("theme", request.Cookies[Theme]) ?? "auto";

    public static bool KeysAreOn(HttpRequest request) => request.Cookies[Keys] != "off";

    public static IReadOnlyList<string> ValuesOf(string preference) => Known[preference].Values;

    public static string Address(string preference, string value, HttpRequest from) =>
        $"/prefer/{preference}/{value}?back={Uri.EscapeDataString(HttpMethods.IsGet(from.Method) ? from.Path + from.QueryString : from.Path)}";

    internal static void MapPreferences(this IEndpointRouteBuilder routes) => routes.MapGet("/prefer/{preference}/{value}", (HttpContext http, string preference, string value, string? back) =>
    {
        if (!Known.TryGetValue(preference, out var known) || Valid(preference, value) is null)
        {
            return Results.NotFound();
        }

        http.Response.Cookies.Append(known.Cookie, value, new CookieOptions { MaxAge = Remembered, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, IsEssential = true });
        return Results.Redirect(LocalAddress.OrStart(back));
    });

    private static string? Valid(string preference, string? value) => Known[preference].Values.Contains(value) ? value : null;
}
