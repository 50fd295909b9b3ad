using System.Net;
using Concord.Platform.Mesh;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Hosting;

/// <summary>
/// Two ports: HTTP/1.1 for REST and probes, HTTP/2 for gRPC (Kestrel cannot serve both unencrypted on one). Those of a service let in only other services, where these show certificates; those of the gateway are for everybody, with TLS in front of it.
/// </summary>
public static class Listening
{
    public static readonly Setting Address = new("Listen:Address", "IP address to listen on.", IPAddress.Any.ToString(), SettingForm.IPAddress);
    public static readonly Setting Http = new("Listen:Http", "Port for REST and probes, HTTP/1.1.", "8080", SettingForm.Port);
    public static readonly Setting Grpc = new("Listen:Grpc", "Port for gRPC, HTTP/2.", "8081", SettingForm.Port);

    /// <summary>Largest body that is read, in bytes.</summary>
    public const long MaxBodyBytes = ServerLimits.MaxBodyBytes;

    /// <param name="builder">Of a service, or of the gateway.</param>
    /// <param name="membersOnly">Whether only services are let in.</param>
    public static void AddListening(this WebApplicationBuilder builder, bool membersOnly)
    {
        builder.Services.TakesSetting(Address).TakesSetting(Http).TakesSetting(Grpc);
        builder.WebHost.ConfigureKestrel((context, kestrel) => Configure(kestrel, context.Configuration, membersOnly));
    }

    private static void Configure(KestrelServerOptions kestrel, IConfiguration configuration, bool membersOnly)
    {
        ServerLimits.Apply(kestrel);
        var address = Address.RequiredIn<IPAddress>(configuration);
        Listen(Http, HttpProtocols.Http1);
        Listen(Grpc, HttpProtocols.Http2);

        void Listen(Setting port, HttpProtocols protocols) => kestrel.Listen(address, port.RequiredIn<int>(configuration), o =>
        {
            o.Protocols = protocols;
            if (membersOnly)
            {
                o.LetInMembersOnly(kestrel.ApplicationServices.GetRequiredService<MeshMember>());
            }
        });
    }
}
