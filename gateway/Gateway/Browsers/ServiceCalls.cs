using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Concord.Platform.Http;
using Concord.Platform.Mesh;

namespace Concord.Gateway.Browsers;

/// <summary>The gateway's own way to the services: past the proxy, with the token of the request that it answers.</summary>
internal sealed class ServiceCalls(IConfiguration configuration, MeshMember mesh) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10); // a page that takes longer is of no use to anybody
    private readonly ConcurrentDictionary<string, HttpClient> _clients = new();

    /// <param name="http">The request that is answered.</param>
    /// <param name="service">Which service is asked.</param>
    /// <param name="request">Its address is a path.</param>
    /// <param name="cancellationToken">Ends when nobody waits any more.</param>
    /// <exception cref="HttpRequestException">The service does not answer.</exception>
    /// <exception cref="OperationCanceledException">It does not answer in time.</exception>
    public Task<HttpResponseMessage> SendAsync(HttpContext http, string service, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new Uri(Anywhere, request.RequestUri!.OriginalString);
        if (AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var token))
        {
            request.Headers.Authorization = token;
        }

        return _clients.GetOrAdd(service, s => new HttpClient(ReplicaHandler.ForHttp(s, configuration, mesh)) { Timeout = Patience }).SendAsync(request, cancellationToken);
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }

    // The handler knows the replicas' addresses; only the path counts.
    private static readonly Uri Anywhere = new("http://service/");
}
