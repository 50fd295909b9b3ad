using System.Text;

namespace Concord.Roster.Names;

/// <summary>The script of Hindi, Nepali and Marathi: a consonant is followed by an a that is mostly heard, unless a sign says otherwise.</summary>
internal static class DevanagariScript
{
    private const char First = '\u0900';

    /// <summary>From the letter ka on, to ha.</summary>
    private const string Consonants = "KHGGNCCGGNTTDDNTTDDNNPFBBMiRRLLLVXXSH";

    public static bool Has(char c) => c is >= First and <= '\u097f';

    public static IEnumerable<string> Read(string word)
    {
        yield return Read(word, kha: "H");
        yield return Read(word, kha: "K");
    }

    private static string Read(string word, string kha)
    {
        var sound = new StringBuilder(word.Length * 2);
        foreach (var c in word)
        {
            if (c is >= '\u0915' and <= '\u0939')
            {
                sound.Append(c == '\u0916' ? kha : Consonants[c - '\u0915'].ToString()).Append('?');
            }
            else if (Vowel(c) is { } vowel)
            {
                var isSign = c is (>= '\u093e' and <= '\u094d') && sound.Length > 0 && sound[^1] == '?';
                sound.Length -= isSign ? 1 : 0;
                sound.Append(vowel);
            }
        }

        return sound.ToString();
    }

    private static string? Vowel(char c) => c switch
    {
        '\u0905' or '\u0906' or '\u093e' => "a",
        '\u0907' or '\u0908' or '\u093f' or '\u0940' => "i",
        '\u0909' or '\u090a' or '\u0941' or '\u0942' => "u",
        '\u090b' or '\u0943' => "Ri",
        '\u090f' or '\u0947' => "e",
        '\u0910' or '\u0948' => "ai",
        '\u0913' or '\u094b' => "o",
        '\u0914' or '\u094c' => "au",
        '\u0901' or '\u0902' => "N",
        '\u094d' => "",
        _ => null,
    };
}
