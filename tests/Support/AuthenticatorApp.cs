using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Concord.Support;

/// <summary>The app on a person's phone. A code counts once, and none before it after that: whoever signs in as the same person takes turns here, and waits for the next code where all of now are used.</summary>
public sealed class AuthenticatorApp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;
    private const int Tries = 4; // another process may have used those of now
    private static readonly ConcurrentDictionary<string, AuthenticatorApp> Apps = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly byte[] _secret;
    private long _last;

    private AuthenticatorApp(string secret) => _secret = Decode(secret);

    /// <param name="secret">In Base32, as the platform tells it.</param>
    public static AuthenticatorApp Of(string secret) => Apps.GetOrAdd(secret, s => new AuthenticatorApp(s));

    /// <param name="show">Shows the code somewhere; null where it was refused.</param>
    public async Task<T> UseAsync<T>(Func<string, Task<T?>> show) where T : class
    {
        await _turn.WaitAsync();
        try
        {
            for (var left = Tries; left > 0; left--)
            {
                _last = Math.Max(_last + 1, Now() - 1);
                while (Now() + 1 < _last)
                {
                    await Task.Delay(100);
                }

                if (await show(CodeAt(_last)) is { } shown)
                {
                    return shown;
                }
            }
        }
        finally
        {
            _turn.Release();
        }

        throw new Xunit.Sdk.XunitException("No code of the app was accepted.");
    }

    private static long Now() => DateTimeOffset.UtcNow.ToUnixTimeSeconds() / StepSeconds;

    // Written anew here, so that the platform's own is held to another one.
    [SuppressMessage("Security", "CA5350", Justification = "HMAC-SHA-1 is what authenticator apps compute.")]
    private string CodeAt(long step)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(_secret, counter);
        var offset = hash[^1] & 0xf;
        var number = ((hash[offset] & 0x7f) << 24) | (hash[offset + 1] << 16) | (hash[offset + 2] << 8) | hash[offset + 3];
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}
