using Concord.Gateway.Audit;
using Concord.Gateway.Browsers;
using Concord.Gateway.Errors;
using Concord.Gateway.Limits;
using Concord.Gateway.OpenApi;
using Concord.Gateway.Routing;
using Concord.Gateway.Status;
using Concord.Platform.Hosting;
using Concord.Platform.Mesh;
using Concord.Platform.Telemetry;
using Concord.Portal;
using Concord.Portal.Api;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Concord.Gateway;

/// <summary>The one address of the platform: pages, API, gRPC, sign-in of browsers, API reference. Its own process and the embedded platform both call this.</summary>
public static class GatewayHost
{
    /// <summary>Domain of the gateway's own refusals.</summary>
    public const string Name = "gateway";
    private const string Usage = "Without a word it serves.\n  health [live] [SETTING...]   ask the running gateway of this container whether it is ready, or only whether it is alive";

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(GatewayHost).Assembly.GetName().Name });
        builder.AddListening(membersOnly: false);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddMesh(Name);
        builder.Services.AddDraining();
        builder.Services.AddSingleton<PlatformStatus>();
        builder.Services.AddSingleton<Readiness>();
        builder.AddTrustedProxies();
        builder.AddServiceRoutes();
        builder.AddBrowserSessions();
        builder.AddRequestLimits();
        builder.Services.AddPortal();
        builder.Services.AddSingleton<ServiceCalls>();
        builder.Services.AddSingleton<MergedEntries>();
        builder.Services.AddSingleton<IPlatformCalls, PlatformCalls>();
        builder.Services.AddSingleton<IPlatformState>(p => p.GetRequiredService<PlatformStatus>());
        configure?.Invoke(builder);
        builder.AddTelemetry(Name);
        var app = builder.Build();
        app.UseTrustedProxies();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<GatewayErrors>();
        app.UseMiddleware<HeadRequests>();
        app.UseRouting();
        app.UseMiddleware<RequestLimits>(); // before anything is asked of a service
        app.UseAuthentication();
        app.UseMiddleware<BrowserRequests>();
        app.UsePortal();
        app.MapHealth();
        app.MapPortal();
        app.MapSignIn();
        app.MapMergedEntries();
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

    /// <summary>Runs the gateway as a process of its own, or answers its one verb and ends.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case [HealthVerb.Word, .. var rest]:
                return await HealthVerb.RunAsync(rest, service: null);
            case ["help" or "--help" or "-h", ..]:
                Console.WriteLine(Usage);
                return 0;
            case [var word, ..] when !word.StartsWith('-'):
                await Console.Error.WriteLineAsync(Usage);
                return 2;
            default:
                return await ServiceHost.ServeAsync(() => Build(args));
        }
    }
}
