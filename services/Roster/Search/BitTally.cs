using System.Numerics;
using System.Runtime.Intrinsics;

namespace Concord.Roster.Search;

/// <summary>
/// How often each of 256 bits was set in the rows that were added. The counts stand upright: one word of 256 bits holds the lowest digit of all of them, the next one the next digit. So one step adds to all counts, where looking at
/// bit by bit would take a step for each.
/// </summary>
/// <param name="digits">As many as <see cref="DigitsFor"/> says, all nought.</param>
internal readonly ref struct BitTally(Span<Vector256<ulong>> digits)
{
    private const int AtOnce = 8; // so that what is carried goes to the higher digits once instead of eight times
    private const int Carried = 3;

    private readonly Span<Vector256<ulong>> _digits = digits;

    /// <summary>How often the bit was set.</summary>
    public int this[int bit]
    {
        get
        {
            var count = 0;
            for (var i = 0; i < _digits.Length; i++)
            {
                count |= (int)((_digits[i][bit >> 6] >> bit) & 1) << i;
            }

            return count;
        }
    }

    /// <summary>How many digits the counts of so many rows need.</summary>
    public static int DigitsFor(int rows) => Math.Max(Carried, BitOperations.Log2((uint)rows) + 1);

    public void Add(ReadOnlySpan<Vector256<ulong>> rows)
    {
        for (; rows.Length >= AtOnce; rows = rows[AtOnce..])
        {
            AddEight(rows);
        }

        foreach (var row in rows)
        {
            Carry(row, 0);
        }
    }

    private void AddEight(ReadOnlySpan<Vector256<ulong>> rows)
    {
        var (ones, twos, fours) = (_digits[0], _digits[1], _digits[2]);
        var firstFours = Sum(ref twos, Sum(ref ones, rows[0], rows[1]), Sum(ref ones, rows[2], rows[3]));
        var lastFours = Sum(ref twos, Sum(ref ones, rows[4], rows[5]), Sum(ref ones, rows[6], rows[7]));
        var eights = Sum(ref fours, firstFours, lastFours);
        (_digits[0], _digits[1], _digits[2]) = (ones, twos, fours);
        Carry(eights, Carried);
    }

    // Two bits more for one digit: what is left of them there, and what is carried to the next.
    private static Vector256<ulong> Sum(ref Vector256<ulong> digit, Vector256<ulong> a, Vector256<ulong> b)
    {
        var odd = digit ^ a;
        var carried = (digit & a) | (odd & b);
        digit = odd ^ b;
        return carried;
    }

    private void Carry(Vector256<ulong> bits, int digit)
    {
        for (; bits != Vector256<ulong>.Zero; digit++)
        {
            (_digits[digit], bits) = (_digits[digit] ^ bits, _digits[digit] & bits);
        }
    }
}
