using System.Globalization;
using System.Text;
using Concord.Platform.Texts;

namespace Concord.Roster.Search;

/// <summary>Names without case, accents and punctuation: what is sorted by and searched in.</summary>
internal static class NameKey
{
    /// <summary>Words in capitals, one blank between them.</summary>
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in NormalForm.In(name, NormalizationForm.FormKD))
        {
            if (IsMark(c) || c is '\'' or '\u2019')
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

    /// <summary>Whether it changes the letter before it and is none itself.</summary>
    public static bool IsMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

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
