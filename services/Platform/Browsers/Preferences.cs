using Concord.Platform.Texts;
using Microsoft.AspNetCore.Http;

namespace Concord.Platform.Browsers;

/// <summary>What a browser remembers of how its person likes to read: language, colours, whether single keys do something.</summary>
public static class Preferences
{
    public const string Theme = "concord.theme";
    public const string Keys = "concord.keys";

    private static readonly Dictionary<string, (string Cookie, string[] Values)> Known = new()
    {
        ["language"] = (Language.Cookie, [.. Language.All.Select(l => l.Tag)]),
        ["theme"] = (Theme, ["auto", "light", "dark", "contrast"]),
        ["keys"] = (Keys, ["on", "off"]),
    };

    public static string ThemeOf(HttpRequest request) => CookieNames.Find(request, Theme) is { } theme && CookieOf("theme", theme) is not null ? theme : "auto";

    public static bool KeysAreOn(HttpRequest request) => CookieNames.Find(request, Keys) != "off";

    public static IReadOnlyList<string> ValuesOf(string preference) => Known[preference].Values;

    /// <summary>The name of the cookie that remembers this; null where there is no such preference or no such value of it.</summary>
    public static string? CookieOf(string preference, string value) => Known.TryGetValue(preference, out var known) && known.Values.Contains(value) ? known.Cookie : null;

    /// <summary>The address that sets a preference and leads back to the page it was asked from.</summary>
    public static string Address(string preference, string value, HttpRequest from) =>
        Address(preference, value, HttpMethods.IsGet(from.Method) ? from.Path + from.QueryString : from.Path.ToString());

    public static string Address(string preference, string value, string back) => $"/prefer/{preference}/{value}?back={Uri.EscapeDataString(back)}";
}
