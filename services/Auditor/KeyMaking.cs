using System.Security.Cryptography;

namespace Concord.Auditor;

/// <summary>Makes the key of a witness.</summary>
internal static class KeyMaking
{
    public static int Run(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write }; // never over one that is there
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(file, options))
        {
            writer.WriteLine(key.ExportPkcs8PrivateKeyPem());
        }

        Console.WriteLine(key.ExportSubjectPublicKeyInfoPem());
        return 0;
    }
}
