using System.Globalization;
using Concord.Platform.Texts;
using Concord.Portal.Api;
using Concord.Portal.Talks;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Components;

/// <summary>A list as rows of a form that all ask for the same; a row that is left empty is left out of what is sent.</summary>
/// <param name="list">Its name in the request.</param>
/// <param name="columns">What a row asks for; a choice without an empty option says something always, and so makes no row.</param>
/// <param name="was">What is kept, by column.</param>
/// <param name="form">What was typed; null before.</param>
public sealed class RowForm(string list, IReadOnlyList<Ask> columns, IReadOnlyList<IReadOnlyDictionary<string, string?>> was, IFormCollection? form)
{
    private const int NewRows = 2;
    private const int MostRows = 200;

    public IReadOnlyList<Ask> Columns => columns;

    /// <summary>As many as were sent; before that, what is kept and some more.</summary>
    public int Count => form is null ? was.Count + NewRows : Enumerable.Range(0, MostRows).TakeWhile(i => form.ContainsKey(Field(i, columns[0]))).Count();

    public string Field(int row, Ask column) => Rows.Field(list, row, column.Name);

    public string? Value(int row, Ask column) => form is null ? was.ElementAtOrDefault(row)?.GetValueOrDefault(column.Name) : Typed(row, column);

    /// <summary>The list for the request.</summary>
    /// <param name="dayIn">Reads a day from a field, and remembers what is none.</param>
    /// <param name="numberIn">The same of a number.</param>
    public List<Dictionary<string, object?>> Items(Func<string, DateOnly?> dayIn, Func<string, int?> numberIn) => [.. Sent.Select(row => columns.ToDictionary(c => c.Name, object? (c) => c.Kind switch
    {
        AskKind.Day => dayIn(Field(row, c)),
        AskKind.Number => numberIn(Field(row, c)),
        _ => Typed(row, c),
    }))];

    /// <summary>The refusal at the rows that it is about; what is wrong with the list as a whole stands at its first field.</summary>
    public Problem Told(Problem problem) => problem.AtRowsOf(list, Sent) is var told && told.Errors is { } errors && errors.TryGetValue(list, out var whole)
        ? told with { Errors = errors.Where(e => e.Key != list).Append(KeyValuePair.Create(Field(0, columns[0]), whole)).GroupBy(e => e.Key).ToDictionary(g => g.Key, g => g.SelectMany(e => e.Value).ToArray()) }
        : told;

    /// <param name="say">The reader's language.</param>
    /// <param name="title">Key of what a row is called, with its number.</param>
    public Dictionary<string, string> Labels(Speech say, string title) => Enumerable.Range(0, Count)
        .SelectMany(_ => columns, (row, column) => (Field: Field(row, column), Label: $"{say.With(title, ("number", row + 1))}{say["list.separator"]}{column.Label}")).ToDictionary(l => l.Field, l => l.Label);

    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private List<int> Sent => [.. Enumerable.Range(0, Count).Where(row => columns.Any(c => SaysSomething(c) && Typed(row, c) is not null))];

    private static bool SaysSomething(Ask column) => column.Options.Count == 0 || column.Options.Any(o => o.Value.Length == 0);

    private string? Typed(int row, Ask column) => form is not null && form[Field(row, column)].ToString().Trim() is { Length: > 0 } text ? text : null;
}
