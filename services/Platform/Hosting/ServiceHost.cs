using Concord.Platform.Audit;
using Concord.Platform.Audit.Heads;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Idempotency;
using Concord.Platform.Mesh;
using Concord.Platform.Messaging.RabbitMq;
using Concord.Platform.OpenApi;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Platform.Security.News;
using Concord.Platform.Sharing;
using Concord.Platform.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Concord.Platform.Hosting;

/// <summary>Builds one service with its own container. Its own process and the embedded platform both call this, so they cannot drift apart.</summary>
public static class ServiceHost
{
    public static WebApplication Build<TModule>(string[] args, Action<WebApplicationBuilder>? configure = null) where TModule : IServiceModule
    {
        // Slim: no IIS, no HTTPS development certificates, no files to watch.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(TModule).Assembly.GetName().Name });
        builder.AddListening(membersOnly: true);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddMesh(TModule.Name);
        builder.Services.AddDraining();
        builder.Services.AddRouting();
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true); // one shape of error, made by ErrorMiddleware
        builder.Services.ConfigureHttpJsonOptions(o => ConcordJson.Configure(o.SerializerOptions));
        builder.Services.AddConcordAccess(PermissionsOf<TModule>());
        builder.Services.AddGrpc(o =>
        {
            o.MaxReceiveMessageSize = ServerLimits.MaxBodyBytes;
            o.Interceptors.Add<GrpcErrorInterceptor>(TModule.Name);
        });
        builder.Services.AddServiceOpenApi(TModule.Name);
        if (builder.Environment.IsDevelopment())
        {
            builder.Services.AddGrpcReflection();
        }

        TModule.Add(builder);
        configure?.Invoke(builder);
        builder.AddTelemetry(TModule.Name);
        var app = builder.Build();
        app.UseMiddleware<ErrorMiddleware>(TModule.Name);
        app.Use((context, next) =>
        {
            context.Response.Headers.CacheControl = "no-store"; // what one may see is nobody else's to keep
            return next(context);
        });
        app.UseRouting();
        app.UseMiddleware<CallerCheck>();
        app.UseAuthentication();
        app.UseMiddleware<CertainAccess>();
        app.UseAuthorization();
        app.UseMiddleware<DenyByDefault>();
        app.UseMiddleware<SharesBesideCaller>();
        app.UseMiddleware<IdempotencyMiddleware>();
        var api = app.MapGroup("/api/v1").AskedBy(AskedByAttribute.Gateway).WithMetadata(new ChangesSomething()).AddEndpointFilter(ReadRecording.FilterAsync).AddEndpointFilter(UnreadParameter.RefuseEmptyFlagsAsync);
        TModule.Map(api, app);
        api.MapAudit(TModule.Name);
        api.MapAuditHeads(TModule.Name);
        api.MapExplain(TModule.Name, PermissionsOf<TModule>());
        app.MapHealth();
        app.MapServiceOpenApi();
        if (app.Environment.IsDevelopment())
        {
            app.MapGrpcReflectionService().OpenToAll("Development only.");
        }

        return app;
    }

    /// <summary>Every permission that the endpoints of a service name: its own, and those of the platform.</summary>
    public static IReadOnlyList<Permission> PermissionsOf<TModule>() where TModule : IServiceModule => [.. TModule.Permissions, .. AuditPermissions.Of(TModule.Name).All, ExplainApi.Needs(TModule.Name)];

    /// <summary>Runs a service as a process of its own, or does what the first word says (<see cref="Verbs"/>) and ends.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> RunAsync<TModule>(string[] args) where TModule : IServiceModule
    {
        if (args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h"))
        {
            return await Verbs.RunAsync<TModule>(first.StartsWith('-') ? Verbs.Help : first, args[1..]);
        }

        return await ServeAsync(() => Build<TModule>(args, builder =>
        {
            ConnectBroker<TModule>(builder);
            builder.Services.AddSingleton<LoadedDemonstration>().AddHostedService(p => p.GetRequiredService<LoadedDemonstration>());
        }));
    }

    /// <summary>Serves until it is told to stop, or says in a line which setting is wrong.</summary>
    /// <returns>The exit code of the process.</returns>
    public static async Task<int> ServeAsync(Func<WebApplication> build)
    {
        try
        {
            var app = build();
            app.Services.CheckSettings();
            app.CheckProduction();
            ProductionStart.CheckLines(app.Environment, app.Configuration);
            OpenLines.Tell(app);
            var demonstration = app.Services.GetService<LoadedDemonstration>(); // once it has ended there is nobody to ask
            await app.RunAsync();
            return demonstration?.Found == true ? 1 : 0;
        }
        catch (SettingException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    /// <exception cref="SettingException">It is not fit for Production, and that is where it is.</exception>
    internal static void CheckProduction(this WebApplication app) =>
        ProductionStart.Check(app.Environment, app.Configuration, app.Services.GetServices<CheckedSetting>().Select(s => s.Setting).Where(s => s.Secret && !s.Key.StartsWith("ConnectionStrings:", StringComparison.Ordinal)));

    // Only a process of its own has a broker: the embedded platform hands facts over in memory.
    private static void ConnectBroker<TModule>(WebApplicationBuilder builder) where TModule : IServiceModule
    {
        if (RabbitMqTransport.IsConfigured(builder.Configuration))
        {
            builder.AddRabbitMq(TModule.Name);
        }
    }
}
