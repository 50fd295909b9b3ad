using MassTransit;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>Declares at the broker what a service needs there, without consuming: once every service has, no fact is published that a listener has no queue for.</summary>
internal static class Declaration
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30); // a broker that is starting is worth waiting for
    private const int Attempts = 3;

    /// <exception cref="BrokerException">The broker does not answer, or holds something else under one of the names.</exception>
    public static async Task DeclareAsync(ServiceBus service, IConfiguration configuration)
    {
        await RequireLetInAsync(configuration);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await DeclareOnceAsync(service.MakeDeclaring()).WaitAsync(Patience / Attempts);
                return;
            }
            catch (Exception e) when (e is TimeoutException or OperationCanceledException && attempt < Attempts)
            {
                // Now and then MassTransit never ends what it was to declare (its pull request 6099). What is declared already may be declared again.
            }
            catch (Exception e) when (e is TimeoutException or OperationCanceledException or MassTransitException)
            {
                throw new BrokerException($"The broker at {BrokerAddress.Describe(configuration)} does not take what this service declares: {e.GetBaseException().Message}", e);
            }
        }
    }

    // MassTransit would try again until nobody waits any longer, and then not always say why.
    private static async Task RequireLetInAsync(IConfiguration configuration)
    {
        try
        {
            await BrokerAddress.TryAsync(configuration, CancellationToken.None);
        }
        catch (Exception e) when (BrokerRefusal.In(e) is { } refusal)
        {
            throw new BrokerException($"The broker at {BrokerAddress.Describe(configuration)} does not let this program in: {refusal}", e);
        }
        catch (Exception)
        {
            // it is away, which may pass
        }
    }

    private static async Task DeclareOnceAsync(IBusControl bus)
    {
        using var patience = new CancellationTokenSource(Patience / Attempts);
        await bus.StartAsync(patience.Token);
        await bus.StopAsync(patience.Token);
    }
}
