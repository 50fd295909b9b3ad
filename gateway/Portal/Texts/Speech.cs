using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Concord.Contracts.Reference;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Texts;

/// <summary>Says things in the language of the person who reads: texts, plurals, dates, numbers, names of States and languages.</summary>
public sealed partial class Speech(Language language)
{
    // What is put into a sentence keeps its own direction and does not turn its surroundings.
    private const char Isolate = '\u2068';
    private const char EndOfIsolate = '\u2069';

    public Language Language { get; } = language;

    public static Speech For(HttpContext http) => new(Language.Of(http.Request));

    /// <summary>A text without gaps.</summary>
    public string this[string key] => TextFile.Find(Language.Tag, key).GetString()!;

    /// <summary>A text with gaps such as <c>{name}</c>.</summary>
    public string With(string key, params ReadOnlySpan<(string Gap, object? Value)> values) => Fill(this[key], values);

    /// <summary>The form of a text that goes with a number; the gap <c>{count}</c> is the number.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Gap, object? Value)> values)
    {
        var forms = TextFile.Find(Language.Tag, key);
        var form = forms.ValueKind == JsonValueKind.Object && forms.TryGetProperty(Plural.Form(Language.Tag, count), out var found) ? found : forms.GetProperty("other");
        return Fill(form.GetString()!, [("count", count), .. values]);
    }

    /// <summary>The word for a value that the platform names in capitals: <c>Word("state", "IMPLEMENTATION")</c>. What has no word yet is shown as it is.</summary>
    public string Word(string kind, string? value) => value is null ? "" : TextFile.Has($"{kind}.{value}") ? this[$"{kind}.{value}"] : value;

    public string Number(long number) => number.ToString("N0", Language.Culture);

    public string Number(double number) => number.ToString("0.#", Language.Culture);

    public string Percent(double share) => share.ToString("0.#", Language.Culture) + (Language.Tag is "fr" or "ru" or "es" ? "\u00a0%" : "%");

    public string Date(DateOnly date) => date.ToString(Language.Date, Language.Culture);

    public string ShortDate(DateOnly date) => date.ToString(Language.ShortDate, Language.Culture);

    public string Month(DateOnly date) => date.ToString(Language.Month, Language.Culture);

    /// <summary>To the minute, in UTC, and says so.</summary>
    public string Instant(DateTimeOffset time) => $"{ShortDate(DateOnly.FromDateTime(time.UtcDateTime))} {time.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";

    /// <summary>Of a State or area, by its alpha-3 code.</summary>
    public string Area(string code) => ReferenceData.AreaByAlpha3.TryGetValue(code, out var area) ? area.Name.In(Language.Tag) : code == "XXA" ? this["area.invented"] : code;

    /// <summary>Of a language, by its code of two or three letters.</summary>
    public string LanguageName(string code) => ReferenceData.LanguageByCode.TryGetValue(code, out var spoken) ? spoken.Name.In(Language.Tag) : code;

    /// <summary>Of a region, by its M49 code.</summary>
    public string Region(string code) => ReferenceData.RegionByM49.TryGetValue(code, out var region) ? region.Name.In(Language.Tag) : code;

    /// <summary>Of an organization: by the reference data where that knows it, else as the record has it.</summary>
    public string Organization(string? resource, string? recorded = null) =>
        (resource is null ? null : Organizations.NameOf(resource, Language)) ?? recorded ?? this["organization.unnamed"];

    /// <summary>One after the other, as the language lists things.</summary>
    public string List(IEnumerable<string> things) => string.Join(this["list.separator"], things);

    private string Fill(string text, ReadOnlySpan<(string Gap, object? Value)> values)
    {
        var said = new Dictionary<string, string>(values.Length);
        foreach (var (gap, value) in values)
        {
            said[gap] = Say(value);
        }

        return Gaps().Replace(text, m => said.TryGetValue(m.Groups[1].Value, out var value) ? value : throw new KeyNotFoundException($"Nothing fills {m.Value} in “{text}”."));
    }

    private string Say(object? value) => value switch
    {
        null => "",
        int or long => Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        double number => Number(number),
        DateOnly date => $"{Isolate}{Date(date)}{EndOfIsolate}",
        DateTimeOffset time => $"{Isolate}{Instant(time)}{EndOfIsolate}",
        _ => $"{Isolate}{value}{EndOfIsolate}",
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Gaps();
}
