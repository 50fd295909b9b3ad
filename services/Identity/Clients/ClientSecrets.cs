using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Concord.Identity.Clients;

/// <summary>Secrets of clients. The platform makes them: 256 random bits, which nobody can guess from a plain hash, as a password could be.</summary>
internal static class ClientSecrets
{
    /// <summary>Lets a scanner of repositories and mails know one when it sees it.</summary>
    public const string Prefix = "ccs_";

    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether it is the client's secret now, or the one before while that is good.</summary>
    public static bool Opens(this MachineClient client, string secret, DateTime now)
    {
        var hash = Hash(secret);
        return Same(hash, client.SecretHash) | (client.FormerSecretUntilTime > now && Same(hash, client.FormerSecretHash!));
    }

    private static bool Same(string a, string b) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(a), Encoding.ASCII.GetBytes(b));
}
