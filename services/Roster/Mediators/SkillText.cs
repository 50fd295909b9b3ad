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

    public static ValueConverter<IReadOnlyList<string>, string> Codes { get; } = new(v => string.Join(' ', v), v => Split(v));

    public static ValueConverter<IReadOnlyList<LanguageSkill>, string> Languages { get; } = new(
        v => string.Join(' ', v.Select(s => $"{s.Code}={s.Level}")), v => Pairs(v, (key, level) => new LanguageSkill(key, Enum.Parse<LanguageLevel>(level))));

    public static ValueConverter<IReadOnlyList<ExpertiseSkill>, string> Expertise { get; } = new(
        v => string.Join(' ', v.Select(s => $"{s.Area}={s.Level}")),
        v => Pairs(v, (key, level) => new ExpertiseSkill(Enum.Parse<ExpertiseArea>(key), Enum.Parse<ExpertiseLevel>(level))));

    /// <summary>Of an enumeration: <c>Drafting Logistics</c>.</summary>
    public static ValueConverter<IReadOnlyList<T>, string> Words<T>() where T : struct, Enum => new(v => string.Join(' ', v), v => Array.ConvertAll(Split(v), Enum.Parse<T>));

    /// <summary>Of small records, as JSON; nothing at all where the list is empty, as in most rows.</summary>
    public static ValueConverter<IReadOnlyList<T>, string> Records<T>() where T : class => new(
        v => v.Count == 0 ? "" : JsonSerializer.Serialize(v, ConcordJson.Options), v => v.Length == 0 ? Array.Empty<T>() : JsonSerializer.Deserialize<T[]>(v, ConcordJson.Lenient)!);

    /// <summary>Lists are replaced as a whole and never changed in place, so the list itself is its own snapshot.</summary>
    public static ValueComparer<IReadOnlyList<T>> SameItems<T>() where T : notnull => new(
        (a, b) => a == b || (a != null && b != null && a.SequenceEqual(b)), v => v.Aggregate(0, (hash, item) => HashCode.Combine(hash, item)), v => v);

    private static string[] Split(string text) => Array.ConvertAll(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), string.Intern);

    private static T[] Pairs<T>(string text, Func<string, string, T> make) => Array.ConvertAll(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), pair =>
    {
        var at = pair.IndexOf('=', StringComparison.Ordinal);
        return make(string.Intern(pair[..at]), pair[(at + 1)..]);
    });
}
