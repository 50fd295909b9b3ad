using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Concord.Roster.Standby.Calls;

/// <summary>The secret of a link: 256 random bits. The store holds its hash; with so many bits nothing can be guessed from that.</summary>
internal static class CallLink
{
    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(72);
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
