using System.Security.Cryptography;
using System.Text;

namespace Concord.Contracts.Reference;

/// <summary>Ids that are the same in every installation, so that shipped records of different services can point at each other.</summary>
public static class WellKnown
{
    /// <summary>Resource name of an organization that the product ships with, by its reference code such as <c>IGAD</c>.</summary>
    public static string Organization(string code) => $"organizations/{Id("organization", code)}";

    /// <summary>A UUID (version 8, RFC 9562) made of a kind and a key.</summary>
    public static Guid Id(string kind, string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"concord/{kind}/{key}")).AsSpan(0, 16).ToArray();
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
