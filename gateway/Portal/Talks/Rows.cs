using System.Globalization;
using Concord.Portal.Api;

namespace Concord.Portal.Talks;

/// <summary>Forms for lists: rows that are left empty are not sent, so that the API counts otherwise than the form.</summary>
internal static class Rows
{
    public static string Field(string list, int row, string of) => string.Create(CultureInfo.InvariantCulture, $"{list}[{row}].{of}");

    /// <summary>The refusal with what is wrong at the row where it was typed.</summary>
    /// <param name="problem">As the API tells it.</param>
    /// <param name="list">Name of the list.</param>
    /// <param name="sent">Rows of the form that were sent, in the order in which they were.</param>
    public static Problem AtRowsOf(this Problem problem, string list, IReadOnlyList<int> sent) =>
        problem with { Errors = problem.Errors?.ToDictionary(e => NameInForm(e.Key, list, sent), e => e.Value) };

    private static string NameInForm(string field, string list, IReadOnlyList<int> sent)
    {
        var end = field.IndexOf("].", StringComparison.Ordinal);
        return field.StartsWith($"{list}[", StringComparison.Ordinal) && end > 0 && int.TryParse(field.AsSpan(list.Length + 1, end - list.Length - 1), CultureInfo.InvariantCulture, out var place) && place < sent.Count
            ? Field(list, sent[place], field[(end + 2)..])
            : field;
    }
}
