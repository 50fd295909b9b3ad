using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Concord.Platform.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Mesh;

/// <summary>What the files said when they were last good.</summary>
/// <param name="Own">Certificate and key.</param>
/// <param name="Context">The same, as a server shows it.</param>
/// <param name="Trusted">Authorities.</param>
internal sealed record HeldCertificates(X509Certificate2 Own, SslStreamCertificateContext Context, X509Certificate2Collection Trusted);

/// <summary>
/// The files that somebody else renews. They are looked at before every handshake: a few hundred microseconds beside two signatures, and no watcher that could miss a renamed file or a mounted one.
/// A file that cannot be read takes nothing away: what was good goes on.
/// </summary>
internal sealed partial class CertificateFiles(string directory, ILogger logger)
{
    private readonly string _own = Path.Combine(directory, "service.pem");
    private readonly string _trust = Path.Combine(directory, "authorities.pem");
    private readonly Lock _gate = new();
    private (string Own, string Trust) _texts;
    private HeldCertificates? _held;
    private bool _told;

    /// <summary>As they were when they were last looked at.</summary>
    /// <exception cref="SettingException">They never were good.</exception>
    public HeldCertificates Held => Volatile.Read(ref _held) ?? Read();

    /// <summary>As they are now.</summary>
    /// <exception cref="SettingException">They never were good.</exception>
    public HeldCertificates Read()
    {
        lock (_gate)
        {
            try
            {
                var texts = (File.ReadAllText(_own), File.ReadAllText(_trust));
                if (_held is null || texts != _texts)
                {
                    Volatile.Write(ref _held, Load(texts));
                    _texts = texts;
                }

                _told = false;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
            {
                if (_held is null)
                {
                    throw new SettingException($"{MeshMember.CertificateDirectory.Key} holds no certificate that can be read ({e.GetType().Name}): {MeshMember.CertificateDirectory.Meaning}");
                }

                if (!_told)
                {
                    LogKept(e);
                    _told = true;
                }
            }

            return _held;
        }
    }

    private static HeldCertificates Load((string Own, string Trust) texts)
    {
        var own = X509Certificate2.CreateFromPem(texts.Own, texts.Own);
        var trusted = new X509Certificate2Collection();
        trusted.ImportFromPem(texts.Trust);
        return new HeldCertificates(own, SslStreamCertificateContext.Create(own, additionalCertificates: null, offline: true), trusted);
    }

    [LoggerMessage(LogLevel.Error, "The certificate files cannot be read; those read before go on until they run out.")]
    private partial void LogKept(Exception e);
}
