using System.Security.Cryptography;
using Concord.Platform.Hosting;
using Concord.Platform.Security.Keys;
using Microsoft.IdentityModel.Tokens;

namespace Concord.Identity.Tokens;

/// <summary>
/// The keys of the token server, made on the first start, readable by this user only. A restart goes on
/// with them, so that tokens and sessions stay good; replicas share the directory.
/// </summary>
internal sealed class KeyFiles(IConfiguration configuration)
{
    public static readonly Setting KeyDirectory = new("Identity:KeyDirectory", "Directory of the token server's keys, made on the first start; shared by replicas.");

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
    public DirectoryInfo CookieKeys() => PrivateFile.MakeDirectory(Path.Combine(Root().FullName, "cookies"));

    private DirectoryInfo Root() => PrivateFile.MakeDirectory(KeyDirectory.RequiredIn(configuration));

    private byte[] ReadOrMake(string name, Func<byte[]> make) => PrivateFile.ReadOrMake(Path.Combine(Root().FullName, name), make);
}
