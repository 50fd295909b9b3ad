using System.Security.Cryptography;
using System.Text;
using Concord.Contracts.Audit;
using Concord.Platform.Hosting;
using Concord.Platform.Security.Keys;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Audit.Heads;

/// <summary>The key that signs the heads of a service's chain, and the keys that did before it.</summary>
internal sealed class SigningKeys : IDisposable
{
    public static readonly Setting File = new("Audit:SigningKeyFile",
        "File of the key that signs the heads of the audit chain: a PEM over P-256, and after it the public keys of those it replaced. Made on the first start where it is absent and can be written; without the setting no head is signed.");

    private SigningKeys(IReadOnlyList<ECDsa> all) => All = all;

    /// <summary>The one that signs.</summary>
    public ECDsa Current => All[0];

    /// <summary>All whose signatures are good, the current one first.</summary>
    public IReadOnlyList<ECDsa> All { get; }

    /// <summary>Their public parts, as PEM.</summary>
    public string PublicPem => string.Join('\n', All.Select(k => k.ExportSubjectPublicKeyInfoPem())) + "\n";

    /// <returns>Null where the setting is absent.</returns>
    /// <exception cref="SettingException">The file cannot be used.</exception>
    public static SigningKeys? In(IConfiguration configuration)
    {
        if (File.In(configuration) is not { } path)
        {
            return null;
        }

        try
        {
            PrivateFile.MakeDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return Read(Encoding.ASCII.GetString(PrivateFile.ReadOrMake(path, New)));
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{File.Key} cannot be used ({e.Message}): {File.Meaning}");
        }
    }

    /// <exception cref="FormatException">It does not begin with a private key over P-256, or goes on with something else than keys.</exception>
    internal static SigningKeys Read(string pems)
    {
        var keys = HeadKey.ReadAll(pems);
        return CanSign(keys[0]) ? new SigningKeys(keys) : throw new FormatException("The first key cannot sign.");
    }

    public void Dispose()
    {
        foreach (var key in All)
        {
            key.Dispose();
        }
    }

    private static byte[] New()
    {
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem() + "\n");
    }

    private static bool CanSign(ECDsa key)
    {
        try
        {
            key.SignHash(new byte[MerkleTree.HashLength]);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

/// <summary>The keys of this process, read at their first use; null where there are none.</summary>
internal sealed class SigningKeySource(IConfiguration configuration) : IDisposable
{
    private readonly Lazy<SigningKeys?> _keys = new(() => SigningKeys.In(configuration));

    public SigningKeys? Keys => _keys.Value;

    public void Dispose()
    {
        if (_keys.IsValueCreated)
        {
            _keys.Value?.Dispose();
        }
    }
}
