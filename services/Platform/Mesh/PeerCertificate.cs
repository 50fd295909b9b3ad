using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Concord.Platform.Mesh;

/// <summary>What a certificate proves.</summary>
/// <param name="Service">Whom it names.</param>
/// <param name="Fault">Why it proves nothing; null where it does.</param>
internal sealed record Proof(string? Service, string? Fault);

/// <summary>Whether a certificate is one of ours, good now, for this purpose, and of which service.</summary>
internal static class PeerCertificate
{
    public const string Server = "1.3.6.1.5.5.7.3.1";
    public const string Client = "1.3.6.1.5.5.7.3.2";

    /// <summary>For the look that the framework takes by itself: it trusts nobody and asks nobody. Ours decides.</summary>
    public static X509ChainPolicy Nothing => new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };

    public static Proof Examine(X509Certificate2 certificate, X509Certificate2Collection trusted, string purpose, TimeProvider time)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // good for a day
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(purpose));
        chain.ChainPolicy.VerificationTime = time.GetUtcNow().LocalDateTime;
        if (!chain.Build(certificate))
        {
            return new Proof(null, $"its certificate is not good ({string.Join(", ", chain.ChainStatus.Select(s => s.Status).Distinct())})");
        }

        // A chain is also content with a certificate that says nothing of its purpose.
        if (!certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().Any(e => e.EnhancedKeyUsages.Cast<Oid>().Any(o => o.Value == purpose))
            || certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(e => e.CertificateAuthority))
        {
            return new Proof(null, "its certificate is for something else");
        }

        return SpiffeId.ServiceOf(certificate) is { } service ? new Proof(service, null) : new Proof(null, "its certificate names no service");
    }
}
