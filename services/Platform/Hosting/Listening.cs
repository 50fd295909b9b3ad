using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Hosting;

/// <summary>
/// Two plain ports inside the platform: HTTP/1.1 for REST and probes, HTTP/2 for gRPC (Kestrel cannot serve both unencrypted on one).
/// </summary>
public static class Listening
{
    public static readonly Setting Address = new("Listen:Address", "IP address to listen on.", IPAddress.Any.ToString(), SettingForm.IPAddress);
    public static readonly Setting Http = new("Listen:Http", "Port for REST and probes, HTTP/1.1.", "8080", SettingForm.Port);
    public static readonly Setting Grpc = new("Listen:Grpc", "Port for gRPC, HTTP/2 without TLS.", "8081", SettingForm.Port);

    /// <summary>Largest body that is read, in bytes.</summary>
    public const long MaxBodyBytes = 1024 * 1024;

    public static void AddListening(this WebApplicationBuilder builder)
    {
        builder.Services.TakesSetting(Address).TakesSetting(Http).TakesSetting(Grpc);
        builder.WebHost.ConfigureKestrel((context, kestrel) => Configure(kestrel, context.Configuration));
    }

    private static void Configure(KestrelServerOptions kestrel, IConfiguration configuration)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        var address = Address.RequiredIn<IPAddress>(configuration);
        kestrel.Listen(address, Http.RequiredIn<int>(configuration), o => o.Protocols = HttpProtocols.Http1);
        kestrel.Listen(address, Grpc.RequiredIn<int>(configuration), o => o.Protocols = HttpProtocols.Http2);
    }
}
