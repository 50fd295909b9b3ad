using Concord.Messaging.Tests;
using Concord.Support.Servers;

[assembly: AssemblyFixture(typeof(CalmBroker))]

namespace Concord.Messaging.Tests;

/// <summary>One node for every test that leaves it alone, started by the first of them.</summary>
public sealed class CalmBroker : IAsyncDisposable
{
    /// <summary>The only name in its certificate.</summary>
    public const string Name = "localhost";
    private readonly Lazy<Task<RabbitMqServer>> _server;

    public CalmBroker() => _server = new(() => RabbitMqServer.StartAsync(Authority.Issue(Name)));

    public TestAuthority Authority { get; } = new();

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
