using System.Security.Cryptography;
using Concord.Platform.Hosting;
using Concord.Platform.Security.Keys;
using Microsoft.IdentityModel.Tokens;

namespace Concord.Identity.Tokens.Keys;

/// <summary>
/// The keys of the token server as files, readable by this user only: the first pair is made on the first start, the others by <see cref="KeyRotation"/>. A restart goes on
/// with them, so that tokens and sessions stay good; replicas share the directory.
/// </summary>
internal sealed class KeyFiles(IConfiguration configuration)
{
    public static readonly Setting KeyDirectory = new("Identity:KeyDirectory", "Directory of the token server's keys, made on the first start; shared by replicas.");

    private const string SigningFile = "signing-key";
    private const string SigningSuffix = ".pem";
    private const string EncryptionFile = "encryption-key";
    private const string EncryptionSuffix = ".bin";

    /// <summary>The pairs that are there, the eldest first; where there is none, the first is made.</summary>
    public IReadOnlyList<KeyName> Names()
    {
        var root = Root().FullName;
        if (NamesIn(root) is { Count: > 0 } names)
        {
            return names;
        }

        Make(KeyName.First);
        return NamesIn(root);
    }

    /// <exception cref="IOException">It was removed a moment ago.</exception>
    public TokenKey Read(KeyName name)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(PathOfSigning(name)));
        var security = new ECDsaSecurityKey(key);
        security.KeyId = Base64UrlEncoder.Encode(security.ComputeJwkThumbprint());
        var secret = name == KeyName.First ? MakeEncryption(name) : File.ReadAllBytes(PathOfEncryption(name)); // of the first the one may have been moved away without the other
        return new TokenKey(
            name, new SigningCredentials(security, SecurityAlgorithms.EcdsaSha256),
            new EncryptingCredentials(new SymmetricSecurityKey(secret), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }

    public void Make(KeyName name)
    {
        MakeEncryption(name); // the pair is there when the other is
        PrivateFile.ReadOrMake(PathOfSigning(name), () =>
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256); // in a millisecond, where an RSA key would hold up the first start
            return System.Text.Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem());
        });
    }

    public void Remove(KeyName name)
    {
        File.Delete(PathOfSigning(name));
        File.Delete(PathOfEncryption(name));
    }

    /// <summary>Nobody else rotates until it is disposed.</summary>
    /// <exception cref="IOException">Somebody does.</exception>
    public IDisposable Lock() => PrivateFile.Open(Path.Combine(Root().FullName, "rotation.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite);

    /// <summary>Where ASP.NET Core Data Protection keeps the keys of cookies and forms.</summary>
    public DirectoryInfo CookieKeys() => PrivateFile.MakeDirectory(Path.Combine(Root().FullName, "cookies"));

    private static List<KeyName> NamesIn(string directory) =>
    [
        .. Directory.EnumerateFiles(directory, $"{SigningFile}*{SigningSuffix}").Select(f => KeyName.TryParse(Path.GetFileNameWithoutExtension(f)[SigningFile.Length..]))
            .OfType<KeyName>().Order(),
    ];

    private DirectoryInfo Root() => PrivateFile.MakeDirectory(KeyDirectory.RequiredIn(configuration));

    private string PathOfSigning(KeyName name) => Path.Combine(Root().FullName, SigningFile + name.Text + SigningSuffix);

    private string PathOfEncryption(KeyName name) => Path.Combine(Root().FullName, EncryptionFile + name.Text + EncryptionSuffix);

    private byte[] MakeEncryption(KeyName name) => PrivateFile.ReadOrMake(PathOfEncryption(name), () => RandomNumberGenerator.GetBytes(32));
}
