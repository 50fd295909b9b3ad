using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Concord.Identity.Factors;

/// <summary>Codes that change every half minute (RFC 6238), in the one form that every authenticator app knows: SHA-1, 30 seconds, six digits.</summary>
internal static class Totp
{
    public const int Digits = 6;
    private const int StepSeconds = 30;
    private const int SecretBytes = 20; // as long as the hash (RFC 4226 §4)
    private const int Drift = 1; // a clock that is off by a step, and a code typed as it changes

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <param name="now">UTC.</param>
    public static long StepAt(DateTime now) => (now - DateTime.UnixEpoch).Ticks / (StepSeconds * TimeSpan.TicksPerSecond);

    [SuppressMessage("Security", "CA5350", Justification = "HMAC-SHA-1 is what authenticator apps compute; nothing here rests on collisions.")]
    public static string CodeAt(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fff_ffff;
        return (number % (long)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step that the code belongs to; null where it is none of now.</summary>
    /// <param name="secret">Shared with the app.</param>
    /// <param name="code">As it was typed.</param>
    /// <param name="now">UTC.</param>
    /// <param name="after">The last step that was accepted: a code is good once, and so is none before it.</param>
    public static long? FindStep(ReadOnlySpan<byte> secret, string code, DateTime now, long after)
    {
        var (current, typed, found) = (StepAt(now), Encoding.UTF8.GetBytes(code), (long?)null);
        for (var step = current - Drift; step <= current + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeAt(secret, step)), typed) && step > after)
            {
                found ??= step;
            }
        }

        return found;
    }
}
