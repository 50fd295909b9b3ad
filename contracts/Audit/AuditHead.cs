using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Concord.Contracts.Audit;

/// <summary>How long an audit chain was at an instant, and the root of the tree over it: what a service puts its name to.</summary>
/// <param name="Service">Whose chain.</param>
/// <param name="Size">Number of entries.</param>
/// <param name="Root">Root of the Merkle tree over them, in hexadecimal digits.</param>
/// <param name="Time">When it was signed, UTC.</param>
public sealed record AuditHead(string Service, long Size, string Root, DateTime Time)
{
    /// <summary>What the service signs.</summary>
    public byte[] Text => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"concord audit head 1\n{Service}\n{Size}\n{Root}\n{Time:O}\n"));

    /// <summary>What a witness signs: that it has seen this head, and that nothing it had seen before was changed.</summary>
    /// <param name="witness"><c>clients/{id}</c>.</param>
    public byte[] TextOf(string witness) => [.. Encoding.UTF8.GetBytes($"concord audit witness 1\n{witness}\n"), .. Text];
}

/// <summary>A second party's word for a head.</summary>
/// <param name="Witness"><c>clients/{id}</c>.</param>
/// <param name="Key">Which key signed (<see cref="HeadKey.IdOf"/>).</param>
/// <param name="Signature">Over <see cref="AuditHead.TextOf"/>: ECDSA, P-256, SHA-256, 64 bytes as base64.</param>
/// <param name="Time">When it was handed in, UTC.</param>
public sealed record Cosignature(string Witness, string Key, string Signature, DateTime Time);

/// <summary>A head with the signatures under it.</summary>
/// <param name="Service">As in <see cref="AuditHead"/>.</param>
/// <param name="Size">As in <see cref="AuditHead"/>.</param>
/// <param name="Root">As in <see cref="AuditHead"/>.</param>
/// <param name="Time">As in <see cref="AuditHead"/>.</param>
/// <param name="Key">Which key the service signed with (<see cref="HeadKey.IdOf"/>).</param>
/// <param name="Signature">Over <see cref="AuditHead.Text"/>: ECDSA, P-256, SHA-256, 64 bytes as base64.</param>
/// <param name="Witnesses">Who else has signed.</param>
public sealed record SignedHead(string Service, long Size, string Root, DateTime Time, string Key, string Signature, IReadOnlyList<Cosignature>? Witnesses = null)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    public AuditHead Head => new(Service, Size, Root, Time.ToUniversalTime());

    public static SignedHead Sign(AuditHead head, ECDsa key) => new(head.Service, head.Size, head.Root, head.Time, HeadKey.IdOf(key), HeadKey.Sign(key, head.Text));

    public string Write() => JsonSerializer.Serialize(new { Service, Size, Root, Time, Key, Signature, Witnesses = Witnesses ?? [] }, s_options);

    /// <returns>Null where the text is no signed head.</returns>
    public static SignedHead? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<SignedHead>(text, s_options) is { Service: not null, Root: not null, Key: not null, Signature: not null } head ? head : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether the service signed it.</summary>
    /// <param name="keys">Its keys: those that are trusted, the retired ones among them.</param>
    public bool IsSignedBy(IEnumerable<ECDsa> keys) => keys.Any(k => HeadKey.IdOf(k) == Key && HeadKey.Verifies(k, Head.Text, Signature));
}

/// <summary>Keys that sign heads: ECDSA over P-256.</summary>
public static class HeadKey
{
    private const int IdBytes = 16;

    /// <summary>A short name of the key: the first half of the SHA-256 of its public part (SubjectPublicKeyInfo), in hexadecimal digits.</summary>
    public static string IdOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()).AsSpan(0, IdBytes));

    public static string Sign(ECDsa key, byte[] text) => Convert.ToBase64String(key.SignData(text, HashAlgorithmName.SHA256));

    public static bool Verifies(ECDsa key, byte[] text, string signature)
    {
        var bytes = new byte[2 * MerkleTree.HashLength];
        return Convert.TryFromBase64String(signature, bytes, out var written) && key.VerifyData(text, bytes.AsSpan(0, written), HashAlgorithmName.SHA256);
    }

    /// <summary>Reads keys that stand one after another.</summary>
    /// <param name="pems">Private or public keys, as PEM.</param>
    /// <exception cref="FormatException">There is none, or one is not over P-256.</exception>
    public static IReadOnlyList<ECDsa> ReadAll(string pems)
    {
        List<ECDsa> keys = [];
        for (var rest = pems.AsSpan(); PemEncoding.TryFind(rest, out var found); rest = rest[found.Location.End..])
        {
            keys.Add(Read(rest[found.Location].ToString()));
        }

        return keys.Count > 0 ? keys : throw new FormatException("There is no key in the file.");
    }

    /// <param name="pem">A private or public key, as PEM.</param>
    /// <exception cref="FormatException">It is none, or not over P-256.</exception>
    public static ECDsa Read(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value ? key : throw new FormatException("The key is not over P-256.");
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or FormatException)
        {
            key.Dispose();
            throw e as FormatException ?? new FormatException("Not a PEM of one key over P-256.", e);
        }
    }
}
