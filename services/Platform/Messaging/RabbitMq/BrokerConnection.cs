using Concord.Platform.Telemetry;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>
/// Keeps one bus connected, and makes another where it has lost the broker: left alone MassTransit asks for a lost broker at pauses that grow to a minute.
/// Says when the broker is away and when it is back, and does not touch readiness: writes go on, their facts wait in the outbox.
/// </summary>
internal sealed partial class BrokerConnection(ServiceBus service, IConfiguration configuration, ILoggerFactory loggers, PlatformMetrics metrics, ILogger<BrokerConnection> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StartPatience = BrokerAddress.Patience * 3; // it declares every queue, and where all start at once the broker is slow with them
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(5);
    private const int LostAfter = 3; // a connection that comes back by itself is faster
    private volatile IBusControl? _bus;
    private string? _refusal;
    private (bool Connected, string? Refusal)? _told;

    /// <exception cref="InvalidOperationException">The broker is away.</exception>
    public IBus Bus => _bus ?? throw new InvalidOperationException("The broker is away.");

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await CloseAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
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
                LogConnectFailed(BrokerRefusal.In(e) ?? e.GetBaseException().GetType().Name);
            }

            Tell();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private bool IsConnected() => _bus?.CheckHealth().Status == BusHealthStatus.Healthy;

    private void Tell()
    {
        var now = (Connected: IsConnected(), Refusal: _refusal);
        if (now != _told)
        {
            switch (now)
            {
                case { Connected: true }: LogConnected(); break;
                case { Refusal: { } refusal }: LogNotLetIn(refusal, RabbitMqTransport.Address.Key); break;
                default: LogAway(); break;
            }
        }

        metrics.BrokerConnected = now.Connected;
        _told = now;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await BrokerAddress.TryAsync(configuration, cancellationToken);
            _refusal = null;
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            _refusal = BrokerRefusal.In(e); // null where it hangs or nobody is there
            return false;
        }
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StartPatience);
        var bus = service.Make();
        try
        {
            await bus.StartAsync(patience.Token).WaitAsync(StartPatience * 2, cancellationToken); // it does not always end when its token does
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

    [LoggerMessage(LogLevel.Warning, "The broker answers, but connecting with it failed: {Failure}. It is tried again.")]
    private partial void LogConnectFailed(string failure);

    [LoggerMessage(LogLevel.Error, "The broker does not let this process in: {Refusal}. See {Setting}; facts wait in the outbox.")]
    private partial void LogNotLetIn(string refusal, string setting);

    [LoggerMessage(LogLevel.Warning, "A connection with the broker could not be closed in good order: {Failure}.")]
    private partial void LogNotClosed(string failure);
}
