using MassTransit;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>Declares at the broker what a service needs there, without consuming: once every service has, no fact is published that a listener has no queue for.</summary>
internal static class Declaration
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30); // a broker that is starting is worth waiting for

    /// <exception cref="InvalidOperationException">The broker does not answer, or holds something else under one of the names.</exception>
    public static async Task DeclareAsync(ServiceBus service, IConfiguration configuration)
    {
        var bus = service.MakeDeclaring();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await bus.StartAsync(patience.Token);
            await bus.StopAsync(patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or MassTransitException)
        {
            throw new InvalidOperationException($"The broker at {BrokerAddress.Describe(configuration)} does not take what this service declares: {e.GetBaseException().Message}", e);
        }
    }
}
