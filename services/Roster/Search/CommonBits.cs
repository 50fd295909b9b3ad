using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Concord.Roster.Search;

/// <summary>How many bits two rows of words of the same length have in common: nearly all that counting facets is.</summary>
internal static class CommonBits
{
    // Bits in each half byte.
    private static readonly Vector256<byte> InHalf = Vector256.Create(
        (byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4,
        0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);

    public static int Count(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
    {
        var done = Avx2.IsSupported ? a.Length - (a.Length % Vector256<ulong>.Count) : 0;
        var count = done == 0 ? 0 : CountWide(MemoryMarshal.Cast<ulong, Vector256<byte>>(a[..done]), MemoryMarshal.Cast<ulong, Vector256<byte>>(b[..done]));
        for (var i = done; i < a.Length; i++)
        {
            count += BitOperations.PopCount(a[i] & b[i]);
        }

        return count;
    }

    // Four words at once: each half byte is looked up, and the bytes are added before they can overflow (eight at most in one step).
    private static int CountWide(ReadOnlySpan<Vector256<byte>> a, ReadOnlySpan<Vector256<byte>> b)
    {
        const int Steps = 31;
        var low = Vector256.Create((byte)0x0F);
        var total = Vector256<ulong>.Zero;
        for (var i = 0; i < a.Length;)
        {
            var bytes = Vector256<byte>.Zero;
            for (var end = Math.Min(i + Steps, a.Length); i < end; i++)
            {
                var common = a[i] & b[i];
                bytes += Avx2.Shuffle(InHalf, common & low) + Avx2.Shuffle(InHalf, Vector256.ShiftRightLogical(common.AsUInt16(), 4).AsByte() & low);
            }

            total += Avx2.SumAbsoluteDifferences(bytes, Vector256<byte>.Zero).AsUInt64();
        }

        return (int)Vector256.Sum(total);
    }
}
