using System.Globalization;
using System.Text;

namespace Concord.Roster.Search;

/// <summary>Names without case, accents and punctuation: what is sorted by and searched in.</summary>
internal static class NameKey
{
    /// <summary>Words in capitals, one blank between them.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark || c is '\'' or '\u2019')
            {
                continue;
            }

            if (Whole(c) is { } letters)
            {
                key.Append(letters);
            }
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
            {
                key.Append(char.ToUpperInvariant(c));
            }
            else if (key.Length > 0 && key[^1] != ' ')
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd();
    }

    /// <summary>Whether every word that is asked for begins a word of the name.</summary>
    public static bool Matches(string nameKey, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (!BeginsAWord(nameKey, word))
            {
                return false;
            }
        }

        return true;
    }

    private static bool BeginsAWord(string nameKey, string word)
    {
        for (var at = nameKey.IndexOf(word, StringComparison.Ordinal); at >= 0; at = nameKey.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            if (at == 0 || nameKey[at - 1] == ' ')
            {
                return true;
            }
        }

        return false;
    }

    // Letters that Unicode does not take apart, as people type them without the key.
    private static string? Whole(char c) => c switch
    {
        'ø' or 'Ø' => "O",
        'ł' or 'Ł' => "L",
        'đ' or 'Đ' or 'ð' or 'Ð' => "D",
        'ı' => "I",
        'ß' => "SS",
        'æ' or 'Æ' => "AE",
        'œ' or 'Œ' => "OE",
        'þ' or 'Þ' => "TH",
        _ => null,
    };
}
