using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Concord.Certificates;

/// <summary>Whoever signs the certificates of the services: a certificate of its own and the key to it.</summary>
internal sealed class Authority(X509Certificate2 certificate) : IDisposable
{
    private static readonly Oid s_server = new("1.3.6.1.5.5.7.3.1");
    private static readonly Oid s_client = new("1.3.6.1.5.5.7.3.2");

    public X509Certificate2 Certificate => certificate;

    public DateTimeOffset Made => certificate.NotBefore + Lifetimes.Leeway;

    public DateTimeOffset Expiry => certificate.NotAfter;

    public static Authority Make(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        // Of two that are trusted at once each has a name of its own.
        var request = new CertificateRequest(string.Create(CultureInfo.InvariantCulture, $"CN=Concord services {now.UtcDateTime:yyyy-MM-dd'T'HHmmss}"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return new Authority(request.CreateSelfSigned(now - Lifetimes.Leeway, now + Lifetimes.Authority));
    }

    public bool Signed(X509Certificate2 other) =>
        other.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().FirstOrDefault()?.KeyIdentifier is { } signer
        && certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifierBytes.Span.SequenceEqual(signer.Span);

    /// <summary>A certificate with a new key, as PEM: the certificate, then the key.</summary>
    /// <param name="service">Whom it names: <c>spiffe://concord/{service}</c>.</param>
    /// <param name="hosts">Names and IP addresses for those who know no such names.</param>
    /// <param name="now">When it begins.</param>
    public string Issue(string service, IEnumerable<string> hosts, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={service}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([s_server, s_client], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        request.CertificateExtensions.Add(NamesOf(service, hosts));
        using var issued = request.Create(certificate, Later(now - Lifetimes.Leeway, certificate.NotBefore), Earlier(now + Lifetimes.Certificate, certificate.NotAfter), SerialNumber());
        return $"{issued.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    /// <summary>What <see cref="Issue"/> writes into a certificate: one that says something else is renewed.</summary>
    public static X509Extension NamesOf(string service, IEnumerable<string> hosts)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddUri(new Uri($"spiffe://concord/{service}"));
        foreach (var host in hosts.Prepend($"{service}-grpc").Prepend(service).Concat(["localhost", "127.0.0.1", "::1"]).Distinct())
        {
            if (IPAddress.TryParse(host, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        return names.Build();
    }

    public void Dispose() => certificate.Dispose();

    private static byte[] SerialNumber()
    {
        var number = RandomNumberGenerator.GetBytes(16);
        number[0] = (byte)(number[0] & 0x7f | 0x40); // positive, and never shorter
        return number;
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
