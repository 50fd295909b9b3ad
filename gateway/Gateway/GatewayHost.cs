using Concord.Gateway.Browsers;
using Concord.Gateway.Errors;
using Concord.Gateway.OpenApi;
using Concord.Gateway.Pages;
using Concord.Gateway.Routing;
using Concord.Gateway.Status;
using Concord.Platform.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Concord.Gateway;

/// <summary>The one address of the platform: start page, API, gRPC, sign-in of browsers, API reference. Its own process and the embedded platform both call this.</summary>
public static class GatewayHost
{
    /// <summary>Domain of the gateway's own refusals.</summary>
    public const string Name = "gateway";

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(GatewayHost).Assembly.GetName().Name });
        builder.WebHost.ConfigureKestrel((context, kestrel) => Listening.Configure(kestrel, context.Configuration));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PlatformStatus>();
        builder.AddTrustedProxies();
        builder.AddServiceRoutes();
        builder.AddBrowserSessions();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseTrustedProxies();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<GatewayErrors>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<BrowserRequests>();
        app.MapHealth();
        app.MapPages();
        app.MapSignIn();
        app.MapOpenApiDocument();
        app.MapReference();
        app.MapReverseProxy(proxy =>
        {
            proxy.UseMiddleware<AnotherReplica>();
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
        return app;
    }
}
