using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Concord.Certificates;

/// <summary>What one service is given. Certificate and key are one file, so that they are replaced in one act.</summary>
internal sealed class ServiceFiles(string directory)
{
    private string Own => Path.Combine(directory, "service.pem");

    private string Trust => Path.Combine(directory, "authorities.pem");

    /// <summary>Null where there is none, or none that can be read.</summary>
    public X509Certificate2? Find()
    {
        try
        {
            return File.Exists(Own) ? X509Certificate2.CreateFromPem(File.ReadAllText(Own)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public void WriteOwn(string pem) => PrivateFiles.Replace(Own, pem);

    public void WriteTrust(IEnumerable<X509Certificate2> authorities)
    {
        var text = string.Concat(authorities.Select(a => a.ExportCertificatePem() + "\n"));
        if (!File.Exists(Trust) || File.ReadAllText(Trust) != text)
        {
            PrivateFiles.Replace(Trust, text);
        }
    }
}
