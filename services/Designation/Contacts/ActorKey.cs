using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Concord.Platform.Texts;

namespace Concord.Designation.Contacts;

/// <summary>By what a party, a third party or a topic is known to be the same: its resource name, or its words without regard to case, blanks, forms of one letter and marks that nobody sees.</summary>
internal static class ActorKey
{
    /// <summary>Between the keys of a list; no key holds one.</summary>
    private const char Between = '\n';

    /// <summary>Characters of a key at most.</summary>
    public const int Longest = 200;

    public static string Of(string? resource, string? label) => resource ?? Fold(label ?? "");

    public static string Fold(string label)
    {
        var whole = NormalForm.In(string.Concat(label.EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) != UnicodeCategory.Format)), NormalizationForm.FormKC);
        var folded = CultureInfo.InvariantCulture.TextInfo.ToLower(string.Join(' ', whole.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return folded.Length <= Longest ? folded : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folded))); // one character can become eighteen
    }

    /// <summary>As a column keeps them, so that a query finds one among them on every provider.</summary>
    public static string Join(IEnumerable<string> keys) => $"{Between}{string.Join(Between, keys)}{Between}";

    public static string InList(string key) => $"{Between}{key}{Between}";

    public static IReadOnlyList<string> Split(string keys) => keys.Split(Between, StringSplitOptions.RemoveEmptyEntries);
}
