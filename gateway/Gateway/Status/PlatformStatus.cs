using System.Collections.Concurrent;
using Concord.Gateway.Routing;
using Concord.Platform.Hosting;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Concord.Portal.Api;

namespace Concord.Gateway.Status;

/// <summary>Whether a service of this installation can do its work.</summary>
/// <param name="Name">As in addresses and events.</param>
/// <param name="Ready">One replica answers, and its store answers it.</param>
internal sealed record ServiceState(string Name, bool Ready);

/// <summary>Asks every service of this installation whether it is ready; once for all who want to know within two seconds.</summary>
internal sealed class PlatformStatus(IConfiguration configuration, MeshMember mesh, TimeProvider time) : IPlatformState, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<string, HttpClient> _clients = new();
    private readonly Lock _gate = new();
    private Task<Answer>? _asked;

    private sealed record Answer(ServiceState[] States, long At);

    public async Task<ServiceState[]> AskAsync(CancellationToken cancellationToken)
    {
        Task<Answer> asked;
        lock (_gate)
        {
            if (_asked is null || (_asked.IsCompletedSuccessfully && time.GetElapsedTime(_asked.Result.At) >= Fresh) || _asked.IsFaulted)
            {
                _asked = AskAllAsync(); // not cancelled by the first who asked: others wait for it
            }

            asked = _asked;
        }

        return (await asked.WaitAsync(cancellationToken)).States;
    }

    async Task<IReadOnlyDictionary<string, bool>> IPlatformState.AskAsync(CancellationToken cancellationToken) => (await AskAsync(cancellationToken)).ToDictionary(s => s.Name, s => s.Ready);

    private async Task<Answer> AskAllAsync()
    {
        var states = await Task.WhenAll(Collections.ByService.Keys.Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Addresses: ServiceAddresses.Of(ServiceAddresses.Http, name, configuration)))
            .Where(s => s.Addresses.Count > 0)
            .Select(async s => new ServiceState(s.Name, (await Task.WhenAll(s.Addresses.Select(a => IsReadyAsync(s.Name, a)))).Contains(true))));
        return new Answer(states, time.GetTimestamp());
    }

    private async Task<bool> IsReadyAsync(string service, Uri address)
    {
        try
        {
            using var answer = await _clients.GetOrAdd(service, s => new HttpClient(ReplicaHandler.Socket(mesh.Towards(s))) { Timeout = Patience }).GetAsync(new Uri(address, "/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }
}
