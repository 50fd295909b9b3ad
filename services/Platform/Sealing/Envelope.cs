using System.Security.Cryptography;

namespace Concord.Platform.Sealing;

/// <summary>AES-256-GCM: a byte for the version of this form, a nonce, what is sealed, and the tag that shows any change of it or of what it is bound to.</summary>
internal static class Envelope
{
    public const int KeyLength = 32;
    public const int Overhead = 1 + NonceLength + TagLength;
    private const byte Version = 1;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyLength);

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> clear, ReadOnlySpan<byte> boundTo)
    {
        var envelope = new byte[Overhead + clear.Length];
        var nonce = envelope.AsSpan(1, NonceLength);
        envelope[0] = Version;
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, clear, envelope.AsSpan(1 + NonceLength, clear.Length), envelope.AsSpan(envelope.Length - TagLength), [Version, .. boundTo]);
        return envelope;
    }

    /// <returns>Null where it does not open: another key, another place, or a changed byte; nothing tells which.</returns>
    public static byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> envelope, ReadOnlySpan<byte> boundTo)
    {
        if (envelope.Length < Overhead || envelope[0] != Version)
        {
            return null;
        }

        var clear = new byte[envelope.Length - Overhead];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(envelope.Slice(1, NonceLength), envelope[(1 + NonceLength)..^TagLength], envelope[^TagLength..], clear, [Version, .. boundTo]);
            return clear;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
