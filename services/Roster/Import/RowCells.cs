using System.Globalization;
using Concord.Platform.Http;
using Concord.Platform.Tables;

namespace Concord.Roster.Import;

/// <summary>Why a row is not taken.</summary>
/// <param name="Line">Of the file, from 1, on which the row begins.</param>
/// <param name="Field">Of the person; absent where it is the row as a whole.</param>
/// <param name="Value">What stands there, cut short; absent in what an import answers that was carried out, for its answer is kept.</param>
/// <param name="Reason">For the person who mends it.</param>
internal sealed record PersonRowProblem(int Line, string? Field, string? Value, string Reason);

/// <summary>Reads the cells of a row as words, codes, numbers and days, and collects what is wrong with them.</summary>
/// <param name="columns">Which column holds what.</param>
/// <param name="row">The row.</param>
/// <param name="order">Of dates of three numbers.</param>
internal sealed class RowCells(ColumnMap columns, TableRow row, DateOrder? order)
{
    private const int LongestCell = 8000;
    private static readonly char[] s_between = [';', '|', '\n', '؛', '；'];
    private static readonly char[] s_alsoBetween = [',', '،', '、', '，'];

    private readonly List<PersonRowProblem> _problems = [];

    public IReadOnlyList<PersonRowProblem> Problems => _problems;

    /// <param name="field">Null where it is the row as a whole.</param>
    /// <param name="value">What stands there.</param>
    /// <param name="reason">For the person who mends it.</param>
    public void Refuse(string? field, string? value, string reason) => _problems.Add(new PersonRowProblem(row.Line, field, Short(value), reason));

    public string? Text(string column)
    {
        if (columns.Text(row, column) is not { } text)
        {
            return null;
        }

        if (text.Length > LongestCell)
        {
            Refuse(column, text, $"At most {LongestCell} characters.");
            return null;
        }

        return text;
    }

    public T? Word<T>(string column) where T : struct, Enum => Text(column) is { } text ? Word<T>(column, column, text) : null;

    private T? Word<T>(string column, string kind, string text) where T : struct, Enum
    {
        var word = TableWords.Value<T>(kind, text);
        if (word is null)
        {
            Refuse(column, text, $"Expected one of {string.Join(", ", Choice<T>.Names)}.");
        }

        return word;
    }

    public List<T> Words<T>(string column) where T : struct, Enum => [.. Parts(column, p => TableWords.Value<T>(column, p) is not null).Select(p => Word<T>(column, column, p)).OfType<T>().Distinct()];

    public List<string> Codes(string column, Func<string, string?> code, string otherwise)
    {
        List<string> codes = [];
        foreach (var part in Parts(column, p => code(p) is not null))
        {
            if (code(DayText.Digits(part)) is { } known)
            {
                codes.Add(known);
            }
            else
            {
                Refuse(column, part, otherwise);
            }
        }

        return [.. codes.Distinct(StringComparer.Ordinal)];
    }

    // "fr=FLUENT", "French (fluent)", "French: fluent" or "French - fluent". Without its level it is not known what is meant.
    public List<TSkill> Levels<TLevel, TSkill>(string column, Func<string, string?> code, string kind, Func<string, TLevel, TSkill> make, string otherwise) where TLevel : struct, Enum
    {
        List<TSkill> skills = [];
        foreach (var part in Parts(column, _ => false))
        {
            var at = part.LastIndexOfAny(['=', ':', '(', '（', '：']) is > 0 and var sign ? sign : part.LastIndexOf(" - ", StringComparison.Ordinal) is > 0 and var dash ? dash + 1 : part.Length;
            var (what, level) = (part[..at].Trim(), at < part.Length ? part[(at + 1)..].Trim(' ', ')', '）') : "");
            if (code(what) is not { } known)
            {
                Refuse(column, part, otherwise);
            }
            else if (level.Length == 0)
            {
                Refuse(column, part, "Each needs a level.");
            }
            else if (Word<TLevel>(column, kind, level) is { } found)
            {
                skills.Add(make(known, found));
            }
        }

        return [.. skills.Distinct()];
    }

    public int? Number(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (int.TryParse(DayText.Digits(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse(column, text, "Not a whole number.");
        return null;
    }

    public DateOnly? Day(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        var (day, problem) = DayText.Read(text, order);
        if (problem is not null)
        {
            Refuse(column, text, problem);
        }

        return day;
    }

    // A comma may belong to a name; it parts only where nothing else does and the whole is none.
    private string[] Parts(string column, Func<string, bool> isOne)
    {
        var text = Text(column) ?? "";
        return text.Split(text.IndexOfAny(s_between) < 0 && !isOne(text) ? s_alsoBetween : s_between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    private static string? Short(string? text) => text is { Length: > 60 } ? $"{text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)]}…" : text;
}
