using System.Security.Cryptography;
using Concord.Platform.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Concord.Identity.Tokens;

/// <summary>
/// The keys of the token server, made on the first start, readable by this user only. A restart goes on
/// with them, so that tokens and sessions stay good; replicas share the directory.
/// </summary>
internal sealed class KeyFiles(IConfiguration configuration)
{
    public static readonly Setting KeyDirectory = new("Identity:KeyDirectory", "Directory of the token server's keys, made on the first start; shared by replicas.");
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>ES256, P-256: made in a millisecond, where an RSA key would hold up the first start.</summary>
    public SigningCredentials Signing()
    {
        var pem = ReadOrMake("signing-key.pem", () =>
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return System.Text.Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem());
        });
        var key = ECDsa.Create();
        key.ImportFromPem(System.Text.Encoding.ASCII.GetString(pem));
        var security = new ECDsaSecurityKey(key);
        security.KeyId = Base64UrlEncoder.Encode(security.ComputeJwkThumbprint());
        return new SigningCredentials(security, SecurityAlgorithms.EcdsaSha256);
    }

    /// <summary>For what only this server reads: codes and refresh tokens.</summary>
    public EncryptingCredentials Encryption() => new(
        new SymmetricSecurityKey(ReadOrMake("encryption-key.bin", () => RandomNumberGenerator.GetBytes(32))), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512);

    /// <summary>Where ASP.NET Core Data Protection keeps the keys of cookies and forms.</summary>
    public DirectoryInfo CookieKeys() => MakeDirectory(Path.Combine(Root().FullName, "cookies"));

    private DirectoryInfo Root() => MakeDirectory(KeyDirectory.RequiredIn(configuration));

    private byte[] ReadOrMake(string name, Func<byte[]> make)
    {
        var path = Path.Combine(Root().FullName, name);
        if (!File.Exists(path))
        {
            // Whole or not at all: a crash while writing must not leave half a key, and of two first starts one wins.
            var draft = $"{path}.{Guid.NewGuid():N}";
            PrivateFile.Write(draft, make());
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
            }
        }

        return File.ReadAllBytes(path);
    }

    private static DirectoryInfo MakeDirectory(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, OwnerReadsAndWrites | UnixFileMode.UserExecute);

    /// <summary>Files that nobody but this user may read.</summary>
    internal static class PrivateFile
    {
        public static void Write(string path, byte[] content)
        {
            using var file = Open(path, FileMode.Create, FileAccess.Write);
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        /// <summary>Opens it for nobody else at the same time.</summary>
        public static FileStream Open(string path, FileMode mode, FileAccess access)
        {
            var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = OwnerReadsAndWrites;
            }

            return new FileStream(path, options);
        }
    }
}
