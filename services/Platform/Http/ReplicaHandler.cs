using System.Net.Security;
using Concord.Platform.Hosting;
using Concord.Platform.Mesh;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Http;

/// <summary>
/// Takes a service's replicas in turn, and goes on to the next where one cannot be reached. Nothing was sent then, so any request may move on;
/// a request that broke off halfway is its sender's to repeat.
/// </summary>
public sealed class ReplicaHandler(Func<IReadOnlyList<Uri>> addresses) : DelegatingHandler
{
    /// <summary>Shorter than any patience of a caller: a host that went away without a word must leave time for the next.</summary>
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(1);
    private int _turn = -1;

    /// <summary>For the REST replicas of a service, down to the socket.</summary>
    public static ReplicaHandler ForHttp(string service, IConfiguration configuration, MeshMember mesh) =>
        new(() => ServiceAddresses.Of(ServiceAddresses.Http, service, configuration)) { InnerHandler = Socket(mesh.Towards(service)) };

    /// <summary>Connections that are renewed, so that a name which now means other machines is looked up again, and noticed when their far end is gone.</summary>
    /// <param name="tls">How it is made sure who is at the other end; null over plain HTTP.</param>
    public static SocketsHttpHandler Socket(SslClientAuthenticationOptions? tls = null) => new()
    {
        SslOptions = tls ?? new(),
        AllowAutoRedirect = false, // a service of the platform sends nobody elsewhere; who answers in its place shall not either
        ConnectTimeout = ConnectPatience,
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        KeepAlivePingDelay = TimeSpan.FromSeconds(10),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>Nobody answered at the address, or not who should: the request has not left.</summary>
    public static bool IsUnreachable(Exception? e) =>
        e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError }
        or OperationCanceledException { InnerException: TimeoutException { InnerException: null } };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var all = addresses();
        if (all.Count == 0)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var first = (uint)Interlocked.Increment(ref _turn);
        var target = request.RequestUri!;
        for (var tried = 0; ; tried++)
        {
            var replica = all[(int)((first + (uint)tried) % (uint)all.Count)];
            request.RequestUri = new Uri(replica, target.PathAndQuery);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (Exception e) when (IsUnreachable(e) && tried + 1 < all.Count && !cancellationToken.IsCancellationRequested)
            {
                // the next in turn
            }
        }
    }
}
