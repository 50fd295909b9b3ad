using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Concord.Platform.Hosting;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>
/// Whether it is the broker that was meant, by its certificate: name and authority, always. Left to themselves RabbitMQ's client takes any name behind <c>amqps</c>, and MassTransit decides by rules of its own.
/// </summary>
internal sealed class BrokerCertificate(IConfiguration configuration)
{
    public static readonly Setting AuthorityFile = new("Broker:AuthorityFile",
        "File of the authorities (PEM) one of which must have signed the certificate that the broker shows behind amqps; read at each connection. Without it those that the system trusts.");

    private const string ServerPurpose = "1.3.6.1.5.5.7.3.1";

    /// <summary>Asked by the handshake.</summary>
    /// <exception cref="BrokerCertificateException">It is not; the message says why, where an answer of no would not.</exception>
    public bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) => FaultOf(certificate as X509Certificate2, chain, errors) is not { } fault || Refuse(fault);

    private string? FaultOf(X509Certificate2? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (shown is null)
        {
            return "it shows no certificate";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return "its certificate is for another name";
        }

        return AuthorityFile.In(configuration) is { } file ? FaultAgainst(file, shown, chain) : errors == SslPolicyErrors.None ? null : NotTrusted(chain);
    }

    private static string? FaultAgainst(string file, X509Certificate2 shown, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        try
        {
            chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return $"{AuthorityFile.Key} names a file without certificates that can be read";
        }

        chain.ChainPolicy.ExtraStore.AddRange(sent?.ChainPolicy.ExtraStore ?? []); // those between, which the broker sent along
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // an authority of one's own keeps no list
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerPurpose));
        return chain.Build(shown) ? null : NotTrusted(chain);
    }

    private static string NotTrusted(X509Chain? chain) => $"its certificate is not trusted ({string.Join(", ", chain?.ChainStatus.Select(s => s.Status).Distinct() ?? [])})";

    private static bool Refuse(string fault) => throw new BrokerCertificateException(fault);
}

/// <summary>At the address is not the broker that was meant, or nobody can tell.</summary>
internal sealed class BrokerCertificateException(string message) : AuthenticationException(message);
