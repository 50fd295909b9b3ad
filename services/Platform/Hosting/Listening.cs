using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Hosting;

/// <summary>
/// Two plain ports inside the platform: HTTP/1.1 for REST and probes, HTTP/2 for gRPC (Kestrel cannot serve both unencrypted on one).
/// <c>Listen:Address</c>, <c>Listen:Http</c> and <c>Listen:Grpc</c> choose them.
/// </summary>
public static class Listening
{
    public const int DefaultHttpPort = 8080;
    public const int DefaultGrpcPort = 8081;

    /// <summary>Largest body that is read, in bytes.</summary>
    public const long MaxBodyBytes = 1024 * 1024;

    public static void Configure(KestrelServerOptions kestrel, IConfiguration configuration)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        var address = IPAddress.Parse(configuration["Listen:Address"] ?? IPAddress.Any.ToString());
        kestrel.Listen(address, configuration.GetValue("Listen:Http", DefaultHttpPort), o => o.Protocols = HttpProtocols.Http1);
        kestrel.Listen(address, configuration.GetValue("Listen:Grpc", DefaultGrpcPort), o => o.Protocols = HttpProtocols.Http2);
    }
}
