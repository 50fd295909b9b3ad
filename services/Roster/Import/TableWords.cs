using System.Collections.Frozen;
using System.Text;
using Concord.Contracts.Reference;
using Concord.Platform.Http;
using Concord.Platform.Texts;

namespace Concord.Roster.Import;

/// <summary>
/// What people write in tables, in the six languages: names of columns, words for the values of the API, names of places and languages. Without regard to case, accents, blanks and signs.
/// A name that two of a kind share means neither.
/// </summary>
internal static class TableWords
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> s_kinds = Read();

    private static readonly Lazy<FrozenDictionary<string, string>> s_countries = new(() => Unshared(ReferenceData.Areas.SelectMany(a => Names(a.Name).Append(a.Alpha2).Append(a.Alpha3).Select(n => (n, a.Alpha3)))));

    private static readonly Lazy<FrozenDictionary<string, string>> s_regions = new(() => Unshared(ReferenceData.Regions.SelectMany(r => Names(r.Name).Append(r.M49).Append(r.M49.TrimStart('0')).Select(n => (n, r.M49)))));

    // A code is a code, also where it is the name of another language.
    private static readonly Lazy<FrozenDictionary<string, string>> s_languages = new(() =>
    {
        var codes = ReferenceData.LanguageByCode.ToDictionary(c => Folded(c.Key), c => c.Value.Tag, StringComparer.Ordinal);
        var names = Unshared(ReferenceData.Languages.SelectMany(l => Names(l.Name).Select(n => (n, l.Tag))));
        return names.Where(n => !codes.ContainsKey(n.Key)).Concat(codes).ToFrozenDictionary(StringComparer.Ordinal);
    });

    /// <returns>The name of the column in the API; null where no column is called so.</returns>
    public static string? Column(string header) => Find("column", header);

    public static string? Country(string text) => s_countries.Value.GetValueOrDefault(Folded(text));

    /// <summary>Also where a spreadsheet has taken the noughts off the front of an M49 code.</summary>
    public static string? Region(string text) => s_regions.Value.GetValueOrDefault(Folded(text));

    public static string? Language(string text) => s_languages.Value.GetValueOrDefault(Folded(text));

    public static T? Value<T>(string column, string text) where T : struct, Enum =>
        Choice<T>.TryParse(Find(column, text), out var known) || Choice<T>.TryParse(text.Trim().Replace(' ', '_').Replace('-', '_').ToUpperInvariant(), out known) ? known.Value : null;

    public static string Folded(string text)
    {
        var whole = NormalForm.In(text, NormalizationForm.FormKD);
        return string.Concat(whole.EnumerateRunes().Where(r => Rune.IsLetterOrDigit(r))).ToUpperInvariant();
    }

    private static string? Find(string kind, string text) => s_kinds.GetValueOrDefault(kind)?.GetValueOrDefault(Folded(text));

    private static FrozenDictionary<string, FrozenDictionary<string, string>> Read()
    {
        using var stream = typeof(TableWords).Assembly.GetManifestResourceStream("Concord.Roster.Import.words.tsv") ?? throw new InvalidOperationException("The words of tables are not embedded.");
        using var reader = new StreamReader(stream);
        List<(string Kind, string Written, string Word)> all = [.. PersonColumns.Known.Select(c => ("column", c, c))];
        while (reader.ReadLine() is { } line)
        {
            var (key, words) = (line.Split('\t')[0], line.Split('\t')[1]);
            var (kind, word) = (key[..key.IndexOf('.', StringComparison.Ordinal)], key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..]);
            all.AddRange(words.Split('|').Select(w => (kind, w, word)));
        }

        return all.GroupBy(w => w.Kind).ToFrozenDictionary(g => g.Key, g => Unshared(g.Select(w => (w.Written, w.Word))), StringComparer.Ordinal);
    }

    private static string[] Names(LocalizedName name) => [name.Arabic, name.Chinese, name.English, name.French, name.Russian, name.Spanish];

    private static FrozenDictionary<string, string> Unshared(IEnumerable<(string Written, string Code)> names) => names
        .Select(n => (Key: Folded(n.Written), n.Code)).Where(n => n.Key.Length > 0).Distinct()
        .GroupBy(n => n.Key).Where(g => g.Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First().Code, StringComparer.Ordinal);
}
