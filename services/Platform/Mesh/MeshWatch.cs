using System.Diagnostics.Metrics;
using Concord.Platform.Persistence;
using Concord.Platform.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Mesh;

/// <summary>Takes new files also where nobody connects, and says in time when nobody renews them.</summary>
internal sealed partial class MeshWatch : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);
    private readonly MeshMember _mesh;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private bool _told;

    public MeshWatch(MeshMember mesh, MeshName name, TimeProvider time, IMeterFactory meters, ILogger<MeshWatch> logger)
    {
        (_mesh, _time, _logger) = (mesh, time, logger);
        KeyValuePair<string, object?> service = new("concord.service", name.Value);
        meters.Create(PlatformMetrics.Meter).CreateObservableGauge("concord.mesh.certificate.remaining", () => Left() is { } left ? [new Measurement<double>(left.TotalSeconds, service)] : (IEnumerable<Measurement<double>>)[],
            "s", "How long the certificate of this process is still good; without certificates no point.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!_mesh.IsOn)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pace);
        do
        {
            var own = _mesh.Files!.Read().Own;
            var late = Left() < (own.NotAfter - own.NotBefore) / 4;
            if (late && !_told)
            {
                LogLate(own.NotAfter.ToUniversalTime());
            }

            _told = late;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private TimeSpan? Left() => _mesh.Files?.Held.Own.NotAfter.ToUniversalTime() - _time.Now();

    [LoggerMessage(LogLevel.Error, "Nobody renews this service's certificate: it is good until {End} UTC, then no other service speaks with this one.")]
    private partial void LogLate(DateTime end);
}
