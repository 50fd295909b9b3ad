using System.Text;

namespace Concord.Roster.Names;

/// <summary>
/// How a word sounds, as text: capitals are consonants (C as in church, G also as in jam, X as in shoe, Z also ts), small letters are vowels, <c>?</c> is a vowel that may be there, <c>*</c> one that is but is not written.
/// </summary>
internal static class Sound
{
    /// <summary>The classes of the consonants alone: words that are spellings of one name have the same.</summary>
    public static string SkeletonOf(string sound)
    {
        var skeleton = new StringBuilder(sound.Length);
        foreach (var c in sound)
        {
            if (IsConsonant(c))
            {
                skeleton.Append(ClassOf(c));
            }
        }

        return skeleton.ToString();
    }

    /// <summary>Doubled consonants once, vowels in one of their ways to be written, and no h that is not heard.</summary>
    public static string Tidied(string sound)
    {
        var tidy = new StringBuilder(sound.Length);
        var vowels = new StringBuilder();
        foreach (var c in sound)
        {
            if (!IsConsonant(c))
            {
                vowels.Append(c);
            }
            else if (vowels.Length > 0 || tidy.Length == 0 || tidy[^1] != c)
            {
                tidy.Append(Vowels(vowels, tidy.Length == 0)).Append(c);
                vowels.Clear();
            }
        }

        if (vowels.Length == 0 && tidy.Length > 2 && tidy[^1] == 'H' && tidy[^2] == 'a')
        {
            tidy.Length--;
        }

        return tidy.Append(Vowels(vowels, tidy.Length == 0)).ToString();
    }

    public static bool IsConsonant(char c) => c is >= 'A' and <= 'Z';

    public static bool IsVowel(char c) => c is >= 'a' and <= 'z';

    /// <summary>One letter for all that languages write for each other.</summary>
    public static char ClassOf(char consonant) => consonant switch
    {
        'Z' or 'X' => 'S',
        'D' => 'T',
        'G' => 'K',
        'P' => 'B',
        'F' => 'V',
        _ => consonant,
    };

    private static string Vowels(StringBuilder written, bool first)
    {
        var vowels = written.Replace("ee", "i").Replace("oo", "u").Replace("ou", "u").Replace("ei", "ai").Replace("aie", "ai").Replace("*a", "a").Replace("*?", "?").ToString();
        for (var i = vowels.Length - 1; i > 0; i--)
        {
            if (vowels[i] == vowels[i - 1])
            {
                vowels = vowels.Remove(i, 1);
            }
        }

        return first && vowels.StartsWith("ie", StringComparison.Ordinal) ? vowels[1..] : vowels.Replace("?i?i?", "?i?", StringComparison.Ordinal);
    }
}
