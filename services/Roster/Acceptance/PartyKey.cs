using System.Globalization;
using System.Text;
using Concord.Platform.Texts;

namespace Concord.Roster.Acceptance;

/// <summary>What is the same for a party however it is written: without case, accents and spaces at the ends.</summary>
internal static class PartyKey
{
    public static string Of(string party)
    {
        var key = new StringBuilder(party.Length);
        foreach (var c in NormalForm.In(party.Trim(), NormalizationForm.FormD).Where(c => !IsAccent(c)))
        {
            key.Append(char.ToUpperInvariant(c));
        }

        return key.ToString().Normalize(NormalizationForm.FormC);
    }

    // Of Latin, Greek and Cyrillic letters, and the vowel signs of Hebrew and Arabic, which are mostly left out. The marks of other scripts are letters: without them another word stands there.
    private static bool IsAccent(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark && c is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u064B' and <= '\u065F') or '\u0670';
}
