using Concord.Platform.Browsers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;

namespace Concord.Portal.Frame;

/// <summary>Where a browser is told what its person likes; the identity service's pages lead here too.</summary>
internal static class PreferencesApi
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public static void MapPreferences(this IEndpointRouteBuilder routes) => routes.MapGet("/prefer/{preference}/{value}", (HttpContext http, IConfiguration configuration, string preference, string value, string? back) =>
    {
        if (Preferences.CookieOf(preference, value) is not { } cookie)
        {
            return Results.NotFound();
        }

        http.Response.Cookies.Append(
            CookieNames.Of(cookie, configuration), value,
            new CookieOptions { MaxAge = Remembered, HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = CookieNames.AreSecure(configuration), IsEssential = true });
        return Results.Redirect(LocalAddress.OrStart(back));
    });
}
