using System.Runtime.InteropServices;

namespace Concord.Roster.Search;

/// <summary>
/// What a search reads of everybody whom it has found: how the name begins, and the counted terms. Always as long, so that the place of the next is known before this one has come from the memory: nearly all that a search of
/// very many people waits for.
/// </summary>
internal readonly struct Glance
{
    /// <summary>From here on a number does not stand in a glance.</summary>
    public const int Numbers = More;

    private const byte More = 254;
    private const byte End = 255;
    private const int Words = 3;
    private const int Places = Words * sizeof(ulong);

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;

    private Glance(ulong beginning, ReadOnlySpan<byte> places)
    {
        Beginning = beginning;
        var words = MemoryMarshal.Cast<byte, ulong>(places);
        (_first, _second, _third) = (words[0], words[1], words[2]);
    }

    /// <summary>The first eight bytes of the name as one number, which is ordered as names are.</summary>
    public ulong Beginning { get; }

    /// <summary>Something of both ends: whoever reads it has all of the glance at hand.</summary>
    public ulong Ends => Beginning ^ _third;

    /// <param name="beginning">Of the name.</param>
    /// <param name="numbers">Of the counted terms; those for which there is room are moved to the front.</param>
    /// <param name="taken">How many of them, from the front, the glance holds.</param>
    public static Glance Of(ulong beginning, Span<ushort> numbers, out int taken)
    {
        var small = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] < Numbers)
            {
                (numbers[small], numbers[i]) = (numbers[i], numbers[small]);
                small++;
            }
        }

        taken = small == numbers.Length && small <= Places ? small : Math.Min(small, Places - 1);
        Span<byte> places = stackalloc byte[Places];
        places.Fill(End);
        for (var i = 0; i < taken; i++)
        {
            places[i] = (byte)numbers[i];
        }

        if (taken < numbers.Length)
        {
            places[taken] = More;
        }

        return new Glance(beginning, places);
    }

    /// <summary>Adds one to the count of each number.</summary>
    /// <returns>Whether there are more, elsewhere.</returns>
    public bool Count(Span<int> counts)
    {
        var end = Count(_first, counts);
        end = end == 0 ? Count(_second, counts) : end;
        end = end == 0 ? Count(_third, counts) : end;
        return end == More;
    }

    // The number that is none; nought where all eight are some.
    private static int Count(ulong eight, Span<int> counts)
    {
        if (!BitConverter.IsLittleEndian)
        {
            eight = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(eight);
        }

        for (var i = 0; i < sizeof(ulong); i++, eight >>= 8)
        {
            var number = (int)(byte)eight;
            if (number >= Numbers)
            {
                return number;
            }

            counts[number]++;
        }

        return 0;
    }
}
