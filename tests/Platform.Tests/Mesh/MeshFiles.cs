using System.Security.Cryptography.X509Certificates;
using Concord.Certificates;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Grpc.Net.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Concord.Platform.Tests.Mesh;

/// <summary>An authority of its own, and the certificates that it has given out.</summary>
internal sealed class MeshFiles : IDisposable
{
    private readonly TimeProvider _time;

    public MeshFiles(TimeProvider time, params string[] services)
    {
        _time = time;
        if (services.Length > 0)
        {
            Run(services);
        }
    }

    public MeshFiles(params string[] services) : this(TimeProvider.System, services)
    {
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("concord-mesh-").FullName;

    public string DirectoryOf(string service) => Path.Combine(Root, service);

    public X509Certificate2 CertificateOf(string service) => new ServiceFiles(DirectoryOf(service)).Find()!;

    public X509Certificate2Collection TrustOf(string service)
    {
        var trusted = new X509Certificate2Collection();
        trusted.ImportFromPemFile(Path.Combine(DirectoryOf(service), "authorities.pem"));
        return trusted;
    }

    public string Run(params string[] services) => Run(_time, anew: false, services);

    public string Run(TimeProvider time, bool anew, params string[] services)
    {
        using var said = new StringWriter();
        new Round(new Order(Root, services) { Anew = anew }, time, said).Run();
        return said.ToString();
    }

    public MeshMember Member(string service) => MemberOf(DirectoryOf(service), service);

    public MeshMember MemberOf(string directory, string service) => new(new MeshName(service),
        new ConfigurationBuilder().AddInMemoryCollection([new(MeshMember.CertificateDirectory.Key, directory)]).Build(), _time, NullLogger<MeshMember>.Instance);

    /// <summary>A client that asks as one service, and means another; each request on a connection of its own.</summary>
    public HttpClient Client(string asking, string asked, string address) => Client(Member(asking), asked, address);

    public static HttpClient Client(MeshMember asking, string asked, string address)
    {
        var socket = ReplicaHandler.Socket(asking.Towards(asked));
        socket.PooledConnectionLifetime = TimeSpan.Zero;
        return new HttpClient(socket) { BaseAddress = new Uri(address) };
    }

    public GrpcChannel Channel(string asking, string asked, string address) =>
        GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = ReplicaHandler.Socket(Member(asking).Towards(asked)), DisposeHttpClient = true });

    /// <summary>Who takes every server's word, and shows what it is told to.</summary>
    public static SocketsHttpHandler Stranger(X509Certificate2? shown = null)
    {
        var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null;
        handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => shown!;
        return handler;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
