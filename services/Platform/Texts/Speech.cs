using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Concord.Platform.Texts;

/// <summary>Says things in the language of the person who reads: texts, plurals, dates, numbers.</summary>
public sealed partial class Speech(Language language, TextFiles texts)
{
    // What is put into a sentence keeps its own direction and does not turn its surroundings.
    private const char Isolate = '\u2068';
    private const char EndOfIsolate = '\u2069';

    public Language Language { get; } = language;

    /// <summary>The order in which the language puts names; capitals count like small letters.</summary>
    public StringComparer Alphabet { get; } = StringComparer.Create(language.Culture, ignoreCase: true);

    /// <summary>A text without gaps.</summary>
    public string this[string key] => texts.Find(Language.Tag, key).GetString()!;

    /// <summary>A text with gaps such as <c>{name}</c>.</summary>
    public string With(string key, params ReadOnlySpan<(string Gap, object? Value)> values) => Fill(this[key], values);

    /// <summary>The form of a text that goes with a number; the gap <c>{count}</c> is the number.</summary>
    public string Count(string key, long count, params ReadOnlySpan<(string Gap, object? Value)> values)
    {
        var forms = texts.Find(Language.Tag, key);
        var form = forms.ValueKind == JsonValueKind.Object && forms.TryGetProperty(Plural.Form(Language.Tag, count), out var found) ? found : forms.GetProperty("other");
        return Fill(form.GetString()!, [("count", count), .. values]);
    }

    /// <summary>The word for a value that the platform names in capitals: <c>Word("state", "IMPLEMENTATION")</c>. What has no word yet is shown as it is.</summary>
    public string Word(string kind, string? value) => value is null ? "" : texts.Has($"{kind}.{value}") ? this[$"{kind}.{value}"] : value;

    public string Number(long number) => number.ToString("N0", Language.Culture);

    public string Number(double number) => number.ToString("0.#", Language.Culture);

    public string Percent(double share) => share.ToString("0.#", Language.Culture) + (Language.Tag is "fr" or "ru" or "es" ? "\u00a0%" : "%");

    public string Date(DateOnly date) => Said(date, Language.Date);

    public string ShortDate(DateOnly date) => Said(date, Language.ShortDate);

    // French counts the first day of a month, and names the others.
    private string Said(DateOnly date, string form) => date.ToString(form, Language.Culture) is var text && Language.Tag == "fr" && date.Day == 1 ? $"1er{text[1..]}" : text;

    public string Month(DateOnly date) => date.ToString(Language.Month, Language.Culture);

    /// <summary>To the minute, in UTC, and says so.</summary>
    public string Instant(DateTimeOffset time) => $"{ShortDate(DateOnly.FromDateTime(time.UtcDateTime))} {time.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";

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

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Gaps();
}
