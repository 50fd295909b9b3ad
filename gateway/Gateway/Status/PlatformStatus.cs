using Concord.Gateway.Routing;
using Concord.Platform.Hosting;

namespace Concord.Gateway.Status;

/// <summary>Whether a service of this installation can do its work.</summary>
/// <param name="Name">As in addresses and events.</param>
/// <param name="Ready">One replica answers, and its store answers it.</param>
internal sealed record ServiceState(string Name, bool Ready);

/// <summary>Asks every service of this installation whether it is ready.</summary>
internal sealed class PlatformStatus(IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly HttpClient _client = new(new SocketsHttpHandler { ConnectTimeout = Patience, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Patience };

    public Task<ServiceState[]> AskAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Collections.ByService.Keys.Order(StringComparer.Ordinal)
            .Select(name => (Name: name, Addresses: ServiceAddresses.Of(ServiceAddresses.Http, name, configuration)))
            .Where(s => s.Addresses.Count > 0)
            .Select(async s => new ServiceState(s.Name, (await Task.WhenAll(s.Addresses.Select(a => IsReadyAsync(a, cancellationToken)))).Contains(true))));

    private async Task<bool> IsReadyAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetAsync(new Uri(address, "/health/ready"), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();
}
