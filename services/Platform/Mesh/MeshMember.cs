using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Mesh;

/// <summary>What this program is called among the services: <c>roster</c>, <c>gateway</c>.</summary>
public sealed record MeshName(string Value);

/// <summary>
/// This process among the services of the platform: the certificate it shows, and whom it takes at their word. Where no directory is set, services speak plain HTTP and show each other nothing.
/// </summary>
public sealed partial class MeshMember
{
    public static readonly Setting CertificateDirectory = new("Mesh:CertificateDirectory",
        "Directory of this program's own certificate and key (service.pem) and of whom it trusts (authorities.pem), as Concord.Certificates makes them. With it services speak mutual TLS, and their addresses are https; without it they speak plain HTTP.");

    public static readonly Setting ProtectedBy = new("Mesh:ProtectedBy",
        "What else protects the lines between services, and those to database and broker, where nobody shows certificates, in a word of your own: a service mesh, for instance. In Production a program starts without Mesh:CertificateDirectory only where this says so, and warns of open lines to database and broker as long as it does not.");

    private static readonly SslProtocols s_versions = SslProtocols.Tls12 | SslProtocols.Tls13;
    private readonly MeshName _name;
    private readonly IConfiguration _configuration;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CertificateFiles? _files;

    public MeshMember(MeshName name, IConfiguration configuration, TimeProvider time, ILogger<MeshMember> logger)
    {
        (_name, _configuration, _time, _logger) = (name, configuration, time, logger);
        _files = CertificateDirectory.In(configuration) is { } directory ? new CertificateFiles(directory, logger) : null;
    }

    /// <summary>Whether services prove to each other who they are.</summary>
    public bool IsOn => _files is not null;

    internal CertificateFiles? Files => _files;

    /// <summary>How this process reaches a service, and makes sure that it is that one; null where nobody proves anything.</summary>
    public SslClientAuthenticationOptions? Towards(string service) => _files is not { } files ? null : new()
    {
        EnabledSslProtocols = s_versions,
        AllowTlsResume = false, // who it is is looked at anew on every connection
        CertificateChainPolicy = PeerCertificate.Nothing,
        LocalCertificateSelectionCallback = (_, _, _, _, _) => files.Read().Own,
        RemoteCertificateValidationCallback = (_, certificate, _, _) =>
        {
            var proof = Examine(certificate, PeerCertificate.Server);
            var fault = proof.Fault ?? (proof.Service == service ? null : "it is another service");
            if (fault is not null)
            {
                LogNotServer(service, fault);
            }

            return fault is null;
        },
    };

    internal SslServerAuthenticationOptions AsServer() => new()
    {
        EnabledSslProtocols = s_versions,
        AllowTlsResume = false,
        AllowRenegotiation = false,
        CertificateChainPolicy = PeerCertificate.Nothing,
        ServerCertificateContext = _files!.Read().Context,
        ClientCertificateRequired = true,
        RemoteCertificateValidationCallback = (_, certificate, _, _) =>
        {
            var fault = Examine(certificate, PeerCertificate.Client).Fault;
            if (fault is not null)
            {
                LogNotClient(fault);
            }

            return fault is null;
        },
    };

    /// <summary>Who is at the other end of a connection whose handshake is done.</summary>
    internal Peer? PeerOf(X509Certificate2? certificate) =>
        Examine(certificate, PeerCertificate.Client) is { Fault: null } proof ? new Peer(proof.Service!, certificate!) : null;

    /// <summary>Whether a connection that was good when it began still is: it may have outlived the certificate, or the authority.</summary>
    internal bool StillTrusts(Peer peer)
    {
        var held = _files!.Held;
        return peer.Certificate.NotAfter.ToUniversalTime() > _time.Now()
            && (peer.ExaminedAgainst == held || (PeerCertificate.Examine(peer.Certificate, held.Trusted, PeerCertificate.Client, _time).Fault is null && peer.Remember(held)));
    }

    /// <summary>A process that cannot speak with the others does not start.</summary>
    /// <exception cref="SettingException">The files are not there or not this program's, or an address does not fit.</exception>
    internal void Check(IEnumerable<Setting> taken)
    {
        foreach (var setting in taken.Where(s => s.Form == SettingForm.HttpAddresses || s.Form == SettingForm.GrpcAddresses))
        {
            var scheme = IsOn ? Uri.UriSchemeHttps : Uri.UriSchemeHttp;
            if (SettingForm.Parts(setting.In(_configuration) ?? "").Any(a => !a.StartsWith("dns:", StringComparison.Ordinal) && new Uri(a).Scheme != scheme))
            {
                throw new SettingException($"{setting.Key} must be {scheme} {(IsOn ? "where" : "as long as no")} {CertificateDirectory.Key} is set: {setting.Meaning}");
            }
        }

        if (_files is { } files && SpiffeId.ServiceOf(files.Read().Own) is var service && service != _name.Value)
        {
            throw new SettingException($"{CertificateDirectory.Key} holds the certificate of {service ?? "no service"}, this is {_name.Value}.");
        }
    }

    private Proof Examine(X509Certificate? certificate, string purpose) =>
        certificate is X509Certificate2 shown ? PeerCertificate.Examine(shown, _files!.Read().Trusted, purpose, _time) : new Proof(null, "it shows no certificate");

    [LoggerMessage(LogLevel.Warning, "The {Service} service is not asked: {Fault}.")]
    private partial void LogNotServer(string service, string fault);

    [LoggerMessage(LogLevel.Warning, "A connection is refused: {Fault}.")]
    private partial void LogNotClient(string fault);
}

/// <summary>The service at the other end of a connection.</summary>
internal sealed record Peer(string Service, X509Certificate2 Certificate)
{
    private HeldCertificates? _examinedAgainst;

    public HeldCertificates? ExaminedAgainst => Volatile.Read(ref _examinedAgainst);

    public bool Remember(HeldCertificates held)
    {
        Volatile.Write(ref _examinedAgainst, held);
        return true;
    }
}

public static class MeshSetup
{
    /// <param name="services">Of this process.</param>
    /// <param name="name">What it is called among the services.</param>
    public static IServiceCollection AddMesh(this IServiceCollection services, string name) =>
        services.TakesSetting(MeshMember.CertificateDirectory).AddSingleton(new MeshName(name)).AddSingleton<MeshMember>().AddHostedService<MeshWatch>();
}
