using System.Diagnostics.Metrics;
using Concord.Platform.Hosting;
using Concord.Platform.Telemetry.Logs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Concord.Platform.Telemetry;

/// <summary>What a host tells of itself: log lines always, spans and metrics where somebody collects them.</summary>
public static class TelemetrySetup
{
    public static readonly Setting Endpoint = new("OTEL_EXPORTER_OTLP_ENDPOINT", "Address of the OpenTelemetry collector, such as http://collector:4317; without it nothing is collected or exported.", Form: SettingForm.HttpAddress);
    public static readonly Setting SampledShare = new("Telemetry:SampledShare", "Share of the requests whose trace is kept, 0 to 1; a request that comes with a trace keeps its sender's choice.", "1", SettingForm.Share);

    /// <param name="builder">Configured to its end: whether anything is exported is decided here.</param>
    /// <param name="service">Name of the service, or of the gateway.</param>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder, string service)
    {
        builder.Services.TakesSetting(SampledShare);
        builder.AddDiscreetLogs();
        builder.Services.TryAddSingleton(p => new PlatformMetrics(p.GetRequiredService<IMeterFactory>(), p.GetRequiredService<TimeProvider>(), service));
        if (Endpoint.In(builder.Configuration) is not null)
        {
            TelemetryExport.Add(builder, service); // a class of its own: where nothing is exported the exporter's assemblies are not even loaded
        }

        return builder;
    }
}

/// <summary>
/// Registered where several hosts live in one process and another of them exports its spans and metrics: both are collected for the whole
/// process, and each would leave it once for every host.
/// </summary>
public sealed class ExportedByAnotherHost;
