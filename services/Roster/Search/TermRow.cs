namespace Concord.Roster.Search;

/// <summary>The numbers of the counted terms of one person, those that came first in one byte each: they are the frequent ones.</summary>
internal static class TermRow
{
    /// <summary>Bytes that a number takes at most.</summary>
    public const int Longest = 3;

    private const byte Long = byte.MaxValue; // two more bytes follow

    /// <summary>Writes the number and says how many bytes it took.</summary>
    public static int Write(ushort number, Span<byte> row)
    {
        if (number < Long)
        {
            row[0] = (byte)number;
            return 1;
        }

        (row[0], row[1], row[2]) = (Long, (byte)number, (byte)(number >> 8));
        return 3;
    }

    /// <summary>Adds one to the count of each.</summary>
    public static void Count(ReadOnlySpan<byte> row, Span<int> counts)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int number = row[i];
            if (number == Long)
            {
                number = row[i + 1] | (row[i + 2] << 8);
                i += 2;
            }

            counts[number]++;
        }
    }
}
