using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Concord.Identity.Invitations;

/// <summary>What a link carries that is good once: known to whoever has the link; the store has its hash only.</summary>
internal static class InvitationToken
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static Uri Link(Uri platform, string token) => new(platform, $"account/invitation?token={token}");
}
