namespace Concord.Roster.Names;

/// <summary>Whether two words with the same skeleton are spellings of one name: letters that languages write for each other may differ, and the more there is to compare the more of them.</summary>
internal static class SoundFit
{
    private const int Far = 4;
    private const int Never = 100;

    /// <summary>What may differ, by how many sounds both have; of one syllable nothing.</summary>
    private static readonly int[] s_allowed = [0, 0, 0, 1, 3, 4, 5, 6];

    public static bool Fits(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.SequenceEqual(b))
        {
            return true;
        }

        var (bareA, bareB) = (IsBare(a), IsBare(b));
        var (total, parts, syllables, atA, atB) = (0, 0, 0, 0, 0);
        while (true)
        {
            var vowelsA = VowelsAt(a, ref atA);
            var vowelsB = VowelsAt(b, ref atB);
            var end = atA == a.Length;
            if (end != (atB == b.Length))
            {
                return false;
            }

            total += Between(vowelsA, vowelsB, bareA, bareB, syllables == 0, end);
            var sure = Math.Min(Sure(vowelsA), Sure(vowelsB));
            syllables += vowelsA.IsEmpty && vowelsB.IsEmpty ? 0 : sure > 2 ? 2 : 1;
            parts += sure == 0 && !vowelsA.IsEmpty && !vowelsB.IsEmpty ? 1 : sure;
            if (end)
            {
                return total <= (syllables == 1 ? 0 : s_allowed[Math.Min(parts, s_allowed.Length - 1)]);
            }

            if (Sound.ClassOf(a[atA]) != Sound.ClassOf(b[atB]))
            {
                return false;
            }

            total += Between(a[atA++], b[atB++], parts == 0, atA == a.Length && atB == b.Length);
            parts++;
        }
    }

    private static ReadOnlySpan<char> VowelsAt(ReadOnlySpan<char> sound, ref int at)
    {
        var from = at;
        while (at < sound.Length && !Sound.IsConsonant(sound[at]))
        {
            at++;
        }

        return sound[from..at];
    }

    // Of a script in which not every vowel is written.
    private static bool IsBare(ReadOnlySpan<char> sound) => sound.ContainsAny('?', '*');

    private static int Sure(ReadOnlySpan<char> vowels) => vowels.Length - vowels.Count('?');

    // Of one class of the skeleton. The first letter of a name is its surest; at the end many languages make no difference.
    private static int Between(char a, char b, bool first, bool last)
    {
        if (a == b)
        {
            return 0;
        }

        var cost = (a, b) is ('S', 'Z') or ('Z', 'S') ? 1 : (a, b) is ('S', 'X') or ('X', 'S') ? 2 : 3;
        return first ? cost + 2 : last ? cost - 1 : cost;
    }

    // The vowel that carries a name and the one that ends it tell names apart more than those between do.
    private static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool bareA, bool bareB, bool first, bool last)
    {
        if (a.SequenceEqual(b))
        {
            return 0;
        }

        var more = last ? Far : 0;
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        before[0] = 0;
        for (var j = 1; j <= b.Length; j++)
        {
            before[j] = before[j - 1] + Without(b[j - 1], bareB, bareA, more);
        }

        for (var i = 1; i <= a.Length; i++)
        {
            var gone = Without(a[i - 1], bareA, bareB, more);
            row[0] = before[0] + gone;
            for (var j = 1; j <= b.Length; j++)
            {
                var other = before[j - 1] + Otherwise(a[i - 1], b[j - 1], first, more, bareA && bareB);
                row[j] = Math.Min(other, Math.Min(before[j] + gone, row[j - 1] + Without(b[j - 1], bareB, bareA, more)));
            }

            row.CopyTo(before);
        }

        return before[b.Length];
    }

    // What a script without short vowels does write is a long one, and is heard; but for an a in a few old names.
    private static int Without(char vowel, bool bare, bool otherIsBare, int more) => vowel switch
    {
        '?' => 0,
        '*' => Never,
        'a' => Far + more,
        _ when bare => Never,
        'i' when !otherIsBare => 2 + more,
        _ => Far + more,
    };

    private static int Otherwise(char a, char b, bool first, int more, bool bothBare)
    {
        if (a == b)
        {
            return 0;
        }

        if (a is '?' or '*' || b is '?' or '*')
        {
            return bothBare && (Sound.IsVowel(a) || Sound.IsVowel(b)) ? Never : 0;
        }

        return more + ((char)Math.Min(a, b), (char)Math.Max(a, b)) switch
        {
            ('o', 'u') or ('e', 'i') => 1,
            ('a', 'e') => first ? Far : 2,
            ('e', 'u') => first ? Far + 2 : 3,
            ('a', 'o') or ('a', 'u') or ('e', 'o') => first ? Far + 2 : Far,
            _ => Far + 3,
        };
    }
}
