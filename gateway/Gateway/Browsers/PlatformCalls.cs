using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Concord.Gateway.Routing;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Concord.Portal.Api;

namespace Concord.Gateway.Browsers;

/// <summary>The portal's way to the services: past the proxy, with the token that the request of the page was given.</summary>
internal sealed class PlatformCalls(IConfiguration configuration, MeshMember mesh) : IPlatformCalls, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10); // a page that takes longer is of no use to anybody
    private readonly ConcurrentDictionary<string, HttpClient> _clients = new();

    public async Task<HttpResponseMessage> SendAsync(HttpContext http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.OriginalString;
        var service = Collections.ServiceOf(path.Split('?')[0]) ?? throw new InvalidOperationException($"No service answers {path}.");
        request.RequestUri = new Uri(Anywhere, path);
        if (AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var token))
        {
            request.Headers.Authorization = token;
        }

        return await _clients.GetOrAdd(service, s => new HttpClient(ReplicaHandler.ForHttp(s, configuration, mesh)) { Timeout = Patience }).SendAsync(request, cancellationToken);
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
