using System.Text;

namespace Concord.Roster.Names;

/// <summary>The Ethiopic syllabary: each sign is a consonant and one of seven vowels, in rows of eight.</summary>
internal static class EthiopicScript
{
    private const char First = '\u1200';

    /// <summary>Sounds of the rows from the first on; a dot where the vowel stands alone.</summary>
    private const string Rows = "HLHMSRSXKKKKBVTCHHNN.KKHHu.ZGiDDGGGGTCPZZFP";

    public static bool Has(char c) => c is >= First and <= '\u135f';

    public static IEnumerable<string> Read(string word)
    {
        yield return Read(word, "e");
        yield return Read(word, "a");
    }

    // The first vowel is written e or a in Latin letters; the sixth is heard or not.
    private static string Read(string word, string firstVowel)
    {
        var sound = new StringBuilder(word.Length * 2);
        foreach (var c in word)
        {
            var (row, order) = Math.DivRem(c - First, 8);
            if (row >= Rows.Length)
            {
                continue;
            }

            var vowelAlone = Rows[row] == '.';
            sound.Append(vowelAlone ? "" : Rows[row].ToString()).Append(order switch
            {
                0 => vowelAlone ? "a" : Rows[row] == 'u' ? "o" : firstVowel,
                1 => "u",
                2 => "i",
                3 => "a",
                4 => "e",
                5 => vowelAlone ? "*" : "?",
                6 => "o",
                _ => "ua",
            });
        }

        return sound.ToString();
    }
}
