using System.Collections.Concurrent;
using System.Text.Json;
using Concord.Platform.Http;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Concord.Roster.Mediators;

/// <summary>
/// The lists of a profile in one text column each: <c>ar=Native en=Fluent</c>. The database never searches them (the index does), a
/// profile stays one row, and a million rows are read in seconds.
/// </summary>
internal static class SkillText
{
    /// <summary>Longest text; every list is limited so that it fits.</summary>
    public const int MaxLength = 2000;

    private static readonly ConcurrentDictionary<string, string> s_codes = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> s_spelled = s_codes.GetAlternateLookup<ReadOnlySpan<char>>();

    public static ValueConverter<IReadOnlyList<string>, string> Codes { get; } = new(v => string.Join(' ', v), v => CodesOf(v));

    public static ValueConverter<IReadOnlyList<LanguageSkill>, string> Languages { get; } = new(
        v => string.Join(' ', v.Select(s => $"{s.Code}={s.Level}")), v => LanguagesOf(v));

    public static ValueConverter<IReadOnlyList<ExpertiseSkill>, string> Expertise { get; } = new(
        v => string.Join(' ', v.Select(s => $"{s.Area}={s.Level}")),
        v => ExpertiseOf(v));

    /// <summary>Of an enumeration: <c>Drafting Logistics</c>.</summary>
    public static ValueConverter<IReadOnlyList<T>, string> Words<T>() where T : struct, Enum => new(v => string.Join(' ', v), v => WordsOf<T>(v));

    /// <summary>Of small records, as JSON; nothing at all where the list is empty, as in most rows.</summary>
    public static ValueConverter<IReadOnlyList<T>, string> Records<T>() where T : class => new(
        v => v.Count == 0 ? "" : JsonSerializer.Serialize(v, ConcordJson.Options), v => v.Length == 0 ? Array.Empty<T>() : JsonSerializer.Deserialize<T[]>(v, ConcordJson.Lenient)!);

    /// <summary>Lists are replaced as a whole and never changed in place, so the list itself is its own snapshot.</summary>
    public static ValueComparer<IReadOnlyList<T>> SameItems<T>() where T : notnull => new(
        (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)), v => v.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)), v => v);

    private static string[] CodesOf(string text) => Items(text, Shared);

    private static LanguageSkill[] LanguagesOf(string text) => Items(text, pair => new LanguageSkill(Shared(Before(pair)), Enum.Parse<LanguageLevel>(Behind(pair))));

    private static ExpertiseSkill[] ExpertiseOf(string text) => Items(text, pair => new ExpertiseSkill(Enum.Parse<ExpertiseArea>(Before(pair)), Enum.Parse<ExpertiseLevel>(Behind(pair))));

    private static ReadOnlySpan<char> Before(ReadOnlySpan<char> pair) => pair[..pair.IndexOf('=')];

    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> pair) => pair[(pair.IndexOf('=') + 1)..];

    private static T[] WordsOf<T>(string text) where T : struct, Enum => Items(text, word => Enum.Parse<T>(word));

    private static T[] Items<T>(string text, Func<ReadOnlySpan<char>, T> make)
    {
        var items = new List<T>();
        foreach (var part in text.AsSpan().Split(' '))
        {
            if (text.AsSpan()[part] is { IsEmpty: false } item)
            {
                items.Add(make(item));
            }
        }

        return [.. items];
    }

    // There are as many codes as reference data has; of a million people each would otherwise hold copies of its own.
    private static string Shared(ReadOnlySpan<char> code) => s_spelled.TryGetValue(code, out var held) ? held : s_codes.GetOrAdd(code.ToString(), code => code);
}
