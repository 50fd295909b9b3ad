using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace Concord.Certificates;

/// <summary>The directory of those who sign: one, and for a while before its end two. Nobody but this program reads it.</summary>
internal sealed class Authorities(string directory) : IDisposable
{
    private readonly List<Authority> _all = [];

    /// <summary>Whom services trust.</summary>
    public IEnumerable<X509Certificate2> Trusted => _all.Select(a => a.Certificate);

    /// <summary>Reads them, forgets whose time is over, and makes the next in time.</summary>
    /// <param name="anew">Forgets all of them.</param>
    /// <param name="now">The time.</param>
    public void Keep(bool anew, DateTimeOffset now)
    {
        foreach (var file in Directory.GetFiles(directory, "*.pem").Order(StringComparer.Ordinal))
        {
            var pem = File.ReadAllText(file);
            var authority = new Authority(X509Certificate2.CreateFromPem(pem, pem));
            if (anew || authority.Expiry <= now)
            {
                authority.Dispose();
                File.Delete(file);
                continue;
            }

            _all.Add(authority);
        }

        _all.Sort((a, b) => a.Made.CompareTo(b.Made));
        if (_all.Count == 0 || _all[^1].Expiry - now < Lifetimes.Overlap)
        {
            var next = Authority.Make(now);
            var name = string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMdd'T'HHmmss}-{next.Certificate.Thumbprint[..8]}.pem");
            PrivateFiles.Replace(Path.Combine(directory, name), $"{next.Certificate.ExportCertificatePem()}\n{next.Certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n");
            _all.Add(next);
        }
    }

    /// <summary>The newest that every service has had time to hear of.</summary>
    public Authority Signing(DateTimeOffset now) => _all.LastOrDefault(a => now - a.Made >= Lifetimes.TrustedFirst) ?? _all[0];

    public bool Signed(X509Certificate2 certificate) => _all.Any(a => a.Signed(certificate));

    public void Dispose() => _all.ForEach(a => a.Dispose());
}
