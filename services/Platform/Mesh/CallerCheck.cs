using Concord.Platform.Errors;
using Concord.Platform.Grpc;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Mesh;

/// <summary>Refuses a service that is not among those that may ask, before anybody looks at the token it brings.</summary>
internal sealed partial class CallerCheck(RequestDelegate next, MeshMember mesh, IEnumerable<AskedAddress> addresses, ILogger<CallerCheck> logger)
{
    private static readonly AskedByAttribute s_gateway = new(AskedByAttribute.Gateway);

    public Task InvokeAsync(HttpContext context)
    {
        if (!mesh.IsOn)
        {
            return next(context);
        }

        var peer = context.Features.Get<Peer>();
        if (peer is not null && !mesh.StillTrusts(peer))
        {
            context.Abort(); // an honest one comes back with its new certificate
            return Task.CompletedTask;
        }

        if (peer is not null && MayAsk(context)?.Includes(peer.Service) == true)
        {
            return next(context);
        }

        LogRefused(peer?.Service ?? "nobody", context.GetEndpoint()?.DisplayName ?? "unknown route");
        if (!context.IsRpc())
        {
            throw Fail.Because(PlatformReasons.ServiceNotAllowed, PlatformReasons.ServiceNotAllowed.Title);
        }

        EarlyRefusal.Write(context, StatusCode.PermissionDenied, PlatformReasons.ServiceNotAllowed.Title);
        return Task.CompletedTask;
    }

    private AskedByAttribute? MayAsk(HttpContext context) => context.GetEndpoint() is RouteEndpoint endpoint
        ? endpoint.Metadata.GetMetadata<AskedByAttribute>()
        : addresses.FirstOrDefault(a => context.Request.Path.StartsWithSegments(a.Path))?.AskedBy ?? s_gateway;

    [LoggerMessage(LogLevel.Warning, "Refused: {Service} may not ask {Endpoint}.")]
    private partial void LogRefused(string service, string endpoint);
}
