using System.Collections.Frozen;
using System.Text.Json;

namespace Concord.Portal.Texts;

/// <summary>All that the portal says in one language: a text by key, or the forms of a text by what they count. Each folder of pages brings its own, in <c>Texts</c>.</summary>
internal static class TextFile
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, JsonElement>> Files =
        Language.All.ToFrozenDictionary(l => l.Tag, l => Read(l.Tag), StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The key is in no file; a test finds it before a person does.</exception>
    public static JsonElement Find(string language, string key) =>
        Files[language].TryGetValue(key, out var text) || Files[Language.English.Tag].TryGetValue(key, out text)
            ? text
            : throw new KeyNotFoundException($"There is no text {key}.");

    public static bool Has(string key) => Files[Language.English.Tag].ContainsKey(key);

    public static IReadOnlyDictionary<string, JsonElement> Of(string language) => Files[language];

    private static FrozenDictionary<string, JsonElement> Read(string language)
    {
        var assembly = typeof(TextFile).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith("Concord.Portal.Texts/", StringComparison.Ordinal) && n.EndsWith($"{language}.json", StringComparison.Ordinal))
            .SelectMany(n =>
            {
                using var stream = assembly.GetManifestResourceStream(n)!;
                return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(stream)!;
            })
            .ToDictionary(StringComparer.Ordinal) // refuses a key that stands in two files
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
