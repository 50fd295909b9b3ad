using System.Diagnostics.Metrics;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>
/// Keeps one bus connected, and makes another where it has lost the broker: left alone MassTransit asks for a lost broker at pauses that grow to a minute.
/// Says when the broker is away and when it is back, and does not touch readiness: writes go on, their facts wait in the outbox.
/// </summary>
internal sealed partial class BrokerConnection(ServiceBus service, IConfiguration configuration, ILoggerFactory loggers, IMeterFactory meters, ILogger<BrokerConnection> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);
    private const int LostAfter = 3; // a connection that comes back by itself is faster
    private volatile IBusControl? _bus;
    private bool? _told;

    /// <exception cref="InvalidOperationException">The broker is away.</exception>
    public IBus Bus => _bus ?? throw new InvalidOperationException("The broker is away.");

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await CloseAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        meters.Create("Concord.Platform").CreateObservableGauge("concord.broker.connected", () => IsConnected() ? 1 : 0, description: "1 while this process is connected with the broker, 0 while it is away.");
        LogContext.ConfigureCurrentLogContext(loggers);
        using var timer = new PeriodicTimer(Pace);
        var lost = 0;
        do
        {
            try
            {
                // A bus is neither made nor unmade before the broker answers: one that is stopped without it goes on asking for it.
                lost = !IsConnected() && await AnswersAsync(stoppingToken) ? lost + 1 : 0;
                if (lost > (_bus is null ? 0 : LostAfter))
                {
                    lost = 0;
                    await CloseAsync();
                    await ConnectAsync(stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogConnectFailed(e);
            }

            Tell();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private bool IsConnected() => _bus?.CheckHealth().Status == BusHealthStatus.Healthy;

    private void Tell()
    {
        var connected = IsConnected();
        if (connected != _told)
        {
            if (connected)
            {
                LogConnected();
            }
            else
            {
                LogAway();
            }
        }

        _told = connected;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await BrokerAddress.Factory(configuration).CreateConnectionAsync(cancellationToken);
            return true;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return false; // refused, hung or not let in: away all the same
        }
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(BrokerAddress.Patience);
        var bus = service.Make();
        try
        {
            await bus.StartAsync(patience.Token).WaitAsync(BrokerAddress.Patience * 2, cancellationToken); // it does not always end when its token does
            _bus = bus;
        }
        catch
        {
            await StopAsync(bus);
            throw;
        }
    }

    private async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref _bus, null) is { } bus)
        {
            await StopAsync(bus);
        }
    }

    private async Task StopAsync(IBusControl bus)
    {
        using var patience = new CancellationTokenSource(StopPatience);
        try
        {
            await bus.StopAsync(patience.Token).WaitAsync(StopPatience * 2);
        }
        catch (Exception e)
        {
            LogNotClosed(e.GetType().Name); // what it still held the broker delivers again
        }
    }

    [LoggerMessage(LogLevel.Warning, "The broker is away; facts wait in the outbox.")]
    private partial void LogAway();

    [LoggerMessage(LogLevel.Information, "The broker is connected.")]
    private partial void LogConnected();

    [LoggerMessage(LogLevel.Warning, "The broker answers, but connecting with it failed; it is tried again.")]
    private partial void LogConnectFailed(Exception e);

    [LoggerMessage(LogLevel.Warning, "A connection with the broker could not be closed in good order: {Failure}.")]
    private partial void LogNotClosed(string failure);
}
