using System.Text;

namespace Concord.Roster.Names;

/// <summary>The Arabic script, in which short vowels are not written and one letter stands for a long vowel or a consonant.</summary>
internal static class ArabicScript
{
    private const char Yeh = 'ي';
    private const char Waw = 'و';

    public static bool Has(char c) => c is >= '\u0600' and <= '\u06ff';

    /// <summary>As in Arabic, as in Egypt or the Gulf for qaf, and as in Persian, Urdu or Turkish.</summary>
    public static IEnumerable<string> Read(string word)
    {
        var bare = Bared(word);
        yield return Read(bare, "T", "D", "D", "K", "a");
        if (bare.Contains('ق', StringComparison.Ordinal))
        {
            yield return Read(bare, "T", "D", "D", "G", "a");
        }

        yield return Read(bare, "S", "Z", "Z", "K", "a");
        yield return Read(bare, "T", "D", "D", "K", "?H");
    }

    private static string Read(string word, string theh, string thal, string dad, string qaf, string he)
    {
        var sound = new StringBuilder(word.Length * 2);
        for (var at = 0; at < word.Length; at++)
        {
            var letter = word[at];
            if (IsVowel(letter))
            {
                sound.Append(Vowel(word, at));
            }
            else if (letter is 'ه' or 'ة' && at == word.Length - 1)
            {
                sound.Append(letter == 'ة' ? "a" : he);
            }
            else
            {
                sound.Append(at == 0 || IsVowel(word[at - 1]) ? "" : "?").Append(Consonant(letter, theh, thal, dad, qaf));
            }
        }

        return sound.ToString();
    }

    private static bool IsVowel(char letter) => letter is 'ا' or 'ع' or Waw or Yeh or 'ئ' or 'ؤ';

    // At the beginning some vowel is heard even where it is not written; elsewhere the sign of a long vowel may have a short one before it.
    private static string Vowel(string word, int at) => word[at] switch
    {
        'ا' or 'ع' when at == 0 => word.Length > 1 && IsVowel(word[1]) ? "?" : "*",
        'ا' => "a",
        'ع' => "?",
        Waw => "?u?",
        Yeh or 'ئ' => "?i?",
        _ => "?u?",
    };

    private static string Consonant(char letter, string theh, string thal, string dad, string qaf) => letter switch
    {
        'ب' => "B",
        'پ' => "P",
        'ت' or 'ط' or 'ٹ' => "T",
        'ث' => theh,
        'ج' or 'غ' or 'گ' or 'ژ' => "G",
        'چ' => "C",
        'ح' or 'خ' or 'ه' => "H",
        'د' or 'ڈ' => "D",
        'ذ' or 'ظ' => thal,
        'ض' => dad,
        'ر' or 'ڑ' => "R",
        'ز' => "Z",
        'س' or 'ص' => "S",
        'ش' => "X",
        'ف' => "F",
        'ق' => qaf,
        'ك' => "K",
        'ل' => "L",
        'م' => "M",
        'ن' or 'ں' => "N",
        'ۋ' or 'ڤ' => "V",
        'ة' => "T",
        _ => "",
    };

    // One sign for each letter, and no signs of short vowels.
    private static string Bared(string word)
    {
        var bare = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            bare.Append(c switch
            {
                'أ' or 'إ' or 'آ' or 'ٱ' or 'ى' when c != 'ى' || bare.Length > 0 => "ا",
                'ی' or 'ې' or 'ے' => "ي",
                'ک' => "ك",
                'ہ' or 'ھ' or 'ە' => "ه",
                'ء' or 'ـ' or (>= '\u064b' and <= '\u065f') or '\u0670' => "",
                _ => c.ToString(),
            });
        }

        return bare.ToString();
    }
}
