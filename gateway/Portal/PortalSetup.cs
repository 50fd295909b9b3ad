using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Concord.Platform.Browsers;
using Concord.Platform.Hosting;
using Concord.Platform.Texts;
using Concord.Portal.Alerts;
using Concord.Portal.Api;
using Concord.Portal.Assets;
using Concord.Portal.Frame;
using Concord.Portal.Texts;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Portal;

/// <summary>The pages for people. Whoever hosts them brings <see cref="IPlatformCalls"/> and a browser's session.</summary>
public static class PortalSetup
{
    private const string FormCookie = "concord.portal"; // not the identity service's, whose pages stand at the same address

    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(p => PortalTexts.In(Language.Of((p.GetRequiredService<IHttpContextAccessor>().HttpContext ?? throw new InvalidOperationException("Pages are made for a request.")).Request)));
        services.AddScoped<PlatformApi>();
        services.AddScoped<Person>();
        services.AddScoped<AlertFinder>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // else every letter of Arabic, Chinese and Russian leaves as six or more
        services.AddRazorComponents();
        services.Configure<RouteOptions>(o => o.SetParameterPolicy<ExactWord>("regex"));
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<IConfiguration>((o, configuration) =>
        {
            o.Cookie.Name = CookieNames.Of(FormCookie, configuration);
            o.Cookie.Path = "/";
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // the public address decides, see below
        });
        services.Configure<FormOptions>(o => o.MemoryBufferThreshold = ServerLimits.MaxBodyBytes + 1); // a file that is sent may name who met whom: it is never laid on a disk; and above a mebibyte memory is taken as it grows
        services.AddResponseCompression(o =>
        {
            // What compression could betray by length is masked anew in every answer (the forms' tokens), and other sites' requests carry no session (SameSite).
            o.EnableForHttps = true;
            o.MimeTypes = ["text/html"];
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal); // a few milliseconds here are half a second on a slow line
        return services;
    }

    /// <summary>After routing and authentication.</summary>
    public static void UsePortal(this IApplicationBuilder app)
    {
        app.UseWhen(http => IsPage(http.GetEndpoint()), pages =>
        {
            pages.Use((http, next) =>
            {
                // TLS may end before this program: a page is as secure as the address that people open.
                if (CookieNames.AreSecure(http.RequestServices.GetRequiredService<IConfiguration>()))
                {
                    http.Request.Scheme = Uri.UriSchemeHttps;
                }

                return next(http);
            });
            pages.UseResponseCompression();
            pages.UseMiddleware<PageRequests>();
        });
        app.UseAntiforgery();
        app.UseWhen(http => IsPage(http.GetEndpoint()), pages => pages.UseMiddleware<FormGuard>());
    }

    public static void MapPortal(this IEndpointRouteBuilder routes)
    {
        routes.MapRazorComponents<Document>().Add(endpoint => endpoint.Metadata.Add(new PortalPageMetadata()));
        routes.MapAssets();
        routes.MapPreferences();
    }

    /// <summary>Whether an endpoint is one of the portal's pages, which act in the name of the person who opens them.</summary>
    public static bool IsPage(Endpoint? endpoint) => endpoint?.Metadata.GetMetadata<PortalPageMetadata>() is not null;

    /// <summary>Whether a page is for everybody.</summary>
    internal static bool IsOpen(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private sealed class PortalPageMetadata;
}
