using Concord.Platform.Tables;
using Concord.Roster.Mediators;

namespace Concord.Roster.Import;

/// <summary>What a column may hold: by its name, and otherwise by what stands in it, where that can only be one thing. The caller sees the guess before anything is done.</summary>
internal sealed record ColumnGuess(string? Field, ColumnEvidence? Evidence)
{
    private const double Most = 0.8;

    // Only what no other column looks like. Countries of nationality and of work look the same, and so do days.
    private static readonly (string Field, Func<string, bool> Fits)[] s_looks =
    [
        (PersonColumns.Gender, text => TableWords.Value<Gender>(PersonColumns.Gender, text) is not null),
        (PersonColumns.SeniorityLevel, text => TableWords.Value<SeniorityLevel>(PersonColumns.SeniorityLevel, text) is not null),
        (PersonColumns.Languages, text => FirstOf(text) is { } first && TableWords.Language(first) is not null && text.Length > first.Length),
        (PersonColumns.Expertise, text => FirstOf(text) is { } first && TableWords.Value<ExpertiseArea>(PersonColumns.Expertise, first) is not null),
        (PersonColumns.Classification, text => TableWords.Value<Concord.Contracts.Access.Classification>(PersonColumns.Classification, text) is not null),
    ];

    public static IReadOnlyList<ColumnGuess> Of(TableRow header, IReadOnlyList<TableRow> rows)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        List<ColumnGuess> named = [.. header.Cells.Select(h => TableWords.Column(h) is { } field && taken.Add(field) ? new ColumnGuess(field, ColumnEvidence.Name) : new ColumnGuess(null, null))];
        return [.. named.Select((g, i) => g.Field is null && Look(rows, i) is { } field && taken.Add(field) ? new ColumnGuess(field, ColumnEvidence.Content) : g)];
    }

    private static string? Look(IReadOnlyList<TableRow> rows, int place)
    {
        var cells = rows.Select(r => place < r.Cells.Count ? r.Cells[place].Trim() : "").Where(c => c.Length > 0).ToList();
        return cells.Count == 0 ? null : s_looks.Where(l => cells.Count(l.Fits) >= cells.Count * Most).Select(l => l.Field).FirstOrDefault();
    }

    private static string? FirstOf(string text) => text.Split(['=', ':', '(', ';', '|', ','], 2)[0].Trim() is { Length: > 0 } first ? first : null;
}
