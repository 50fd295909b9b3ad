using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Concord.Platform.Texts;

/// <summary>All that the pages of one assembly say, in six languages: a text by key, or the forms of a text by what they count. Its project builds its <c>Texts</c> folders in.</summary>
public sealed class TextFiles(Assembly assembly)
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, JsonElement>> _files =
        Language.All.ToFrozenDictionary(l => l.Tag, l => Read(assembly, l.Tag), StringComparer.Ordinal);

    /// <exception cref="KeyNotFoundException">The key is in no file; a test finds it before a person does.</exception>
    public JsonElement Find(string language, string key) =>
        _files[language].TryGetValue(key, out var text) || _files[Language.English.Tag].TryGetValue(key, out text)
            ? text
            : throw new KeyNotFoundException($"There is no text {key}.");

    public bool Has(string key) => _files[Language.English.Tag].ContainsKey(key);

    public IReadOnlyDictionary<string, JsonElement> Of(string language) => _files[language];

    private static FrozenDictionary<string, JsonElement> Read(Assembly assembly, string language)
    {
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith("Texts/", StringComparison.Ordinal) && n.EndsWith($"{language}.json", StringComparison.Ordinal))
            .SelectMany(n =>
            {
                using var stream = assembly.GetManifestResourceStream(n)!;
                return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(stream)!;
            })
            .ToDictionary(StringComparer.Ordinal) // refuses a key that stands in two files
            .ToFrozenDictionary(StringComparer.Ordinal);
    }
}
