using Concord.Messaging.Tests;
using Concord.Support.Servers;

[assembly: AssemblyFixture(typeof(CalmBroker))]

namespace Concord.Messaging.Tests;

/// <summary>One node for every test that leaves it alone, started by the first of them.</summary>
public sealed class CalmBroker : IAsyncDisposable
{
    private readonly Lazy<Task<RabbitMqServer>> _server = new(RabbitMqServer.StartAsync);

    public Task<RabbitMqServer> ServerAsync() => _server.Value;

    public async Task<Uri> NextHostAsync() => (await ServerAsync()).NextHost();

    public async ValueTask DisposeAsync()
    {
        if (_server.IsValueCreated && RabbitMqServer.Missing is null)
        {
            await (await _server.Value).DisposeAsync();
        }
    }
}
