using Concord.Platform.Browsers;

namespace Concord.Gateway.Errors;

/// <summary>What every answer tells a browser; a page's own policy goes before.</summary>
internal sealed class SecurityHeaders(RequestDelegate next, IConfiguration configuration)
{
    private readonly bool _secure = CookieNames.AreSecure(configuration);

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.TryAdd("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
            headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
            headers.TryAdd("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
            headers.Remove("Server");
            headers.Remove("X-Powered-By");
            if (_secure || context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            }

            return Task.CompletedTask;
        });
        return next(context);
    }
}
