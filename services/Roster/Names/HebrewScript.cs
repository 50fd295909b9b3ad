using System.Text;

namespace Concord.Roster.Names;

/// <summary>The Hebrew script, in which most vowels are not written, and three letters are hard or soft.</summary>
internal static class HebrewScript
{
    public static bool Has(char c) => c is >= '\u0590' and <= '\u05ff';

    public static IEnumerable<string> Read(string word)
    {
        yield return Read(word, soft: true, shin: "X");
        yield return Read(word, soft: true, shin: "S");
        yield return Read(word, soft: false, shin: "X");
        yield return Read(word, soft: false, shin: "S");
    }

    private static string Read(string word, bool soft, string shin)
    {
        var sound = new StringBuilder(word.Length * 2);
        for (var at = 0; at < word.Length; at++)
        {
            if (Vowel(word, at, soft) is { } vowel)
            {
                sound.Append(vowel);
            }
            else if (Consonant(word[at], soft && at > 0, shin) is { Length: > 0 } consonant)
            {
                sound.Append(at == 0 ? "" : "?").Append(consonant);
            }
        }

        return sound.ToString();
    }

    private static string? Vowel(string word, int at, bool soft) => word[at] switch
    {
        'א' or 'ע' => at > 0 ? "?" : word.Length > 1 && word[1] is 'ו' or 'י' ? "?" : "*",
        'ה' when at == word.Length - 1 => "*",
        'ו' when soft && at > 0 => "?u?",
        'י' => "?i?",
        _ => null,
    };

    private static string Consonant(char letter, bool soft, string shin) => letter switch
    {
        'ב' => soft ? "V" : "B",
        'ג' => "G",
        'ד' => "D",
        'ה' or 'ח' => "H",
        'ו' => "V",
        'ז' or 'צ' or 'ץ' => "Z",
        'ט' or 'ת' => "T",
        'כ' or 'ך' => soft ? "H" : "K",
        'ק' => "K",
        'ל' => "L",
        'מ' or 'ם' => "M",
        'נ' or 'ן' => "N",
        'ס' => "S",
        'פ' or 'ף' => soft ? "F" : "P",
        'ר' => "R",
        'ש' => shin,
        _ => "",
    };
}
