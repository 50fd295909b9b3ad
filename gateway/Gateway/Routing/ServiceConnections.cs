using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Yarp.ReverseProxy.Forwarder;

namespace Concord.Gateway.Routing;

/// <summary>The proxy's connections are as everybody's inside the platform: soon given up, renewed, and with the service that was meant.</summary>
internal sealed class ServiceConnections(MeshMember mesh, ILogger<ForwarderHttpClientFactory> logger) : ForwarderHttpClientFactory(logger)
{
    protected override void ConfigureHandler(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        base.ConfigureHandler(context, handler);
        var ours = ReplicaHandler.Socket(mesh.Towards(ServiceRoutes.ServiceOf(context.ClusterId)));
        handler.SslOptions = ours.SslOptions;
        handler.ConnectTimeout = ours.ConnectTimeout;
        handler.EnableMultipleHttp2Connections = ours.EnableMultipleHttp2Connections;
        handler.PooledConnectionLifetime = ours.PooledConnectionLifetime;
        handler.KeepAlivePingDelay = ours.KeepAlivePingDelay;
        handler.KeepAlivePingTimeout = ours.KeepAlivePingTimeout;
    }
}
