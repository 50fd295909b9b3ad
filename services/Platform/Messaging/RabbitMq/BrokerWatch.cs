using System.Diagnostics.Metrics;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>Says when the broker is away and when it is back. It does not touch readiness: writes go on, their facts wait in the outbox.</summary>
internal sealed partial class BrokerWatch(IBusControl bus, IMeterFactory meters, ILogger<BrokerWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private bool _connected = true;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        meters.Create("Concord.Platform").CreateObservableGauge("concord.broker.connected", () => IsConnected() ? 1 : 0, description: "1 while this process is connected with the broker, 0 while it is away.");
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var connected = IsConnected();
            if (connected != _connected)
            {
                _connected = connected;
                if (connected)
                {
                    LogBack();
                }
                else
                {
                    LogAway(bus.CheckHealth().Description);
                }
            }
        }
    }

    private bool IsConnected() => bus.CheckHealth().Status == BusHealthStatus.Healthy;

    [LoggerMessage(LogLevel.Warning, "The broker is away; facts wait in the outbox. {Description}")]
    private partial void LogAway(string description);

    [LoggerMessage(LogLevel.Information, "The broker is connected.")]
    private partial void LogBack();
}
