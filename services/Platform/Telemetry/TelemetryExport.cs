using System.Reflection;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Concord.Platform.Telemetry;

/// <summary>Hands spans, metrics and log lines to the collector.</summary>
internal static class TelemetryExport
{
    private static readonly string s_version =
        typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";

    public static void Add(IHostApplicationBuilder builder, string service)
    {
        if (builder.Services.Any(s => s.ServiceType == typeof(ServiceDbContext)))
        {
            builder.Services.AddHostedService<OutboxWatch>();
        }

        var export = builder.Services.AddOpenTelemetry()
            // The environment last: whoever deploys a replica may name it.
            .ConfigureResource(r => r.AddService($"concord-{service}", serviceVersion: s_version).AddEnvironmentVariableDetector())
            .WithLogging(logs => logs.AddOtlpExporter(), o => o.IncludeFormattedMessage = true);
        if (builder.Services.All(s => s.ServiceType != typeof(ExportedByAnotherHost)))
        {
            export.WithTracing(tracing => Trace(tracing, builder.Configuration)).WithMetrics(Measure);
        }
    }

    private static void Trace(TracerProviderBuilder tracing, IConfiguration configuration) => tracing
        .SetSampler(new ParentBasedSampler(new WorkSampler(TelemetrySetup.SampledShare.RequiredIn<double>(configuration))))
        .AddSource("Concord.*", "Yarp.ReverseProxy", "Npgsql")
        .AddAspNetCoreInstrumentation(incoming =>
        {
            incoming.Filter = http => !http.Request.Path.StartsWithSegments("/health") && !http.Request.Path.StartsWithSegments("/internal"); // asked every few seconds, and says nothing
            incoming.EnrichWithHttpRequest = (span, _) =>
            {
                // What a caller wrote stays out; the route says which operation it was.
                span.SetTag("url.path", null);
                span.SetTag("url.query", null);
                span.SetTag("user_agent.original", null);
            };
            incoming.EnrichWithHttpResponse = (span, response) =>
                span.SetTag("url.path", (response.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        })
        .AddHttpClientInstrumentation(outgoing =>
        {
            outgoing.FilterHttpRequestMessage = request => request.RequestUri?.AbsolutePath.StartsWith("/internal", StringComparison.Ordinal) != true;
            outgoing.EnrichWithHttpRequestMessage = (span, request) =>
                span.SetTag("url.full", request.Content?.Headers.ContentType?.MediaType == "application/grpc"
                    ? request.RequestUri!.GetLeftPart(UriPartial.Path) // the name of the method
                    : request.RequestUri!.GetLeftPart(UriPartial.Authority));
        })
        .AddOtlpExporter();

    private static void Measure(MeterProviderBuilder metrics) => metrics
        .AddMeter("Concord.*", "Npgsql")
        .AddAspNetCoreInstrumentation()
        .AddHttpClientInstrumentation()
        .AddRuntimeInstrumentation()
        .AddOtlpExporter();
}
