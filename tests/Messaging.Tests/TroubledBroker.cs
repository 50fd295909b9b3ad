using Concord.Support.Servers;

namespace Concord.Messaging.Tests;

/// <summary>A node for the tests that stop, pause, kill and wipe it; they run one after another.</summary>
public sealed class TroubledBroker : IAsyncLifetime
{
    public RabbitMqServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await RabbitMqServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }
    }
}
