using System.Security.Cryptography;

namespace Concord.Platform.Tests.Audit;

/// <summary>The definitions of RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1, word for word and slow: what the product is compared with.</summary>
internal static class NaiveTree
{
    public static byte[] Root(byte[][] leaves) => leaves.Length switch
    {
        0 => SHA256.HashData([]),
        1 => leaves[0],
        _ => SHA256.HashData([1, .. Root(leaves[..Split(leaves.Length)]), .. Root(leaves[Split(leaves.Length)..])]),
    };

    public static byte[][] Inclusion(int m, byte[][] leaves)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var k = Split(leaves.Length);
        return m < k ? [.. Inclusion(m, leaves[..k]), Root(leaves[k..])] : [.. Inclusion(m - k, leaves[k..]), Root(leaves[..k])];
    }

    public static byte[][] Consistency(int m, byte[][] leaves) => Subproof(m, leaves, whole: true);

    private static byte[][] Subproof(int m, byte[][] leaves, bool whole)
    {
        if (m == leaves.Length)
        {
            return whole ? [] : [Root(leaves)];
        }

        var k = Split(leaves.Length);
        return m <= k ? [.. Subproof(m, leaves[..k], whole), Root(leaves[k..])] : [.. Subproof(m - k, leaves[k..], false), Root(leaves[..k])];
    }

    private static int Split(int n)
    {
        var k = 1;
        while (2 * k < n)
        {
            k *= 2;
        }

        return k;
    }
}
