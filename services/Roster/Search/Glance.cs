using System.Runtime.Intrinsics;

namespace Concord.Roster.Search;

/// <summary>
/// What a search reads of everybody whom it has found: how the name begins, and one bit for each of the counted terms that came first, which are the frequent ones. Always as long, so that the place of the next is known before
/// this one has come from the memory: nearly all that a search of very many people waits for.
/// </summary>
internal readonly struct Glance
{
    /// <summary>From here on a number does not stand in a glance.</summary>
    public const int Numbers = More - First;

    private const int First = sizeof(ulong) * 8; // after the beginning of the name
    private const int More = (Words * sizeof(ulong) * 8) - 1;
    private const int Words = 4;

    private readonly Vector256<ulong> _words;

    private Glance(ReadOnlySpan<ulong> words) => _words = Vector256.Create(words);

    /// <summary>The first eight bytes of the name as one number, which is ordered as names are.</summary>
    public ulong Beginning => _words[0];

    /// <summary>Whether the person has numbers that do not stand here.</summary>
    public bool HasMore => (long)_words[Words - 1] < 0;

    /// <param name="beginning">Of the name.</param>
    /// <param name="numbers">Of the counted terms, each once.</param>
    public static Glance Of(ulong beginning, ReadOnlySpan<ushort> numbers)
    {
        Span<ulong> words = stackalloc ulong[Words];
        words.Clear();
        words[0] = beginning;
        foreach (var number in numbers)
        {
            var place = number < Numbers ? PlaceOf(number) : More;
            words[place >> 6] |= 1UL << place;
        }

        return new Glance(words);
    }

    /// <summary>Which bit of a glance is a number's.</summary>
    public static int PlaceOf(int number) => First + number;
}
