using System.Text;

namespace Concord.Identity.Factors;

/// <summary>How a secret is written for an authenticator app (RFC 4648 §6, without padding).</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Bits = 5;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + Bits - 1) / Bits);
        var (held, count) = (0, 0);
        foreach (var b in bytes)
        {
            (held, count) = ((held << 8) | b, count + 8);
            for (; count >= Bits; count -= Bits)
            {
                text.Append(Alphabet[(held >> (count - Bits)) & 31]);
            }

            held &= (1 << count) - 1;
        }

        return (count == 0 ? text : text.Append(Alphabet[(held << (Bits - count)) & 31])).ToString();
    }

    /// <exception cref="FormatException">A character that does not belong there.</exception>
    public static byte[] Decode(string text)
    {
        var bytes = new List<byte>(text.Length * Bits / 8);
        var (held, count) = (0, 0);
        foreach (var c in text)
        {
            var value = Alphabet.IndexOf(c, StringComparison.OrdinalIgnoreCase);
            (held, count) = value < 0 ? throw new FormatException($"'{c}' is no letter of Base32.") : ((held << Bits) | value, count + Bits);
            if (count >= 8)
            {
                bytes.Add((byte)(held >> (count -= 8)));
                held &= (1 << count) - 1;
            }
        }

        return [.. bytes];
    }
}
