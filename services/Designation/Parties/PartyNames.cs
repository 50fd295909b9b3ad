using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Concord.Platform.Texts;

namespace Concord.Designation.Parties;

/// <summary>Names of parties as they are compared: without case, accents, vowel marks, punctuation and blanks, in any script. Nothing is told of what a name means or whose it is.</summary>
internal static class PartyNames
{
    /// <param name="name">Valid Unicode.</param>
    /// <returns>A digest of fixed length, that an index can hold; null where the name has no letter and no digit.</returns>
    public static string? KeyOf(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in NormalForm.In(name, NormalizationForm.FormKD))
        {
            if (Alike(c) is { } letter)
            {
                folded.Append(letter);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)))
            {
                folded.Append(char.ToUpperInvariant(c));
            }
        }

        return folded.Length == 0 ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded.ToString())));
    }

    // Letters of Arabic that the same name is written with or without, and the stroke that only lengthens.
    private static string? Alike(char c) => c switch
    {
        '\u0640' => "",
        '\u0671' => "\u0627",
        '\u0649' or '\u06CC' => "\u064A",
        '\u0629' => "\u0647",
        '\u06A9' => "\u0643",
        _ => null,
    };
}
