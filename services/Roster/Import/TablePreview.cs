using Concord.Platform.Tables;

namespace Concord.Roster.Import;

/// <summary>How it is known what a column holds.</summary>
internal enum ColumnEvidence
{
    /// <summary>It is called so.</summary>
    Name = 1,

    /// <summary>What stands in it looks like it.</summary>
    Content,

    /// <summary>The caller says so.</summary>
    Caller,
}

/// <summary>A column of a table.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Header">What it is called; cut short.</param>
/// <param name="Field">What it holds; absent where it is not read.</param>
/// <param name="Evidence">How that is known.</param>
/// <param name="Sample">What stands in it, of the first rows; cut short.</param>
internal sealed record TableColumn(int Number, string Header, string? Field, ColumnEvidence? Evidence, IReadOnlyList<string> Sample);

/// <summary>What a row says in a column.</summary>
/// <param name="Field">What the column holds.</param>
/// <param name="Value">As it would be read; absent where it is blank or cannot be.</param>
internal sealed record ReadCell(string Field, string? Value);

/// <summary>A row as it would be read.</summary>
internal sealed record ReadRow(int Line, IReadOnlyList<ReadCell> Cells, IReadOnlyList<PersonRowProblem> Problems);

/// <summary>A table before anything is done with it.</summary>
/// <param name="Rows">Without the header and blank ones.</param>
/// <param name="Columns">In the order of the table.</param>
/// <param name="Missing">Fields that somebody new needs and no column holds.</param>
/// <param name="FirstRows">As they would be read; empty where no column holds the reference.</param>
internal sealed record TablePreview(int Rows, IReadOnlyList<TableColumn> Columns, IReadOnlyList<string> Missing, IReadOnlyList<ReadRow> FirstRows)
{
    private const int MostShown = 5;
    private const int MostSampled = 50;
    private static readonly string[] s_needed = [PersonColumns.Reference, PersonColumns.DisplayName, PersonColumns.Gender, PersonColumns.SeniorityLevel];

    public static TablePreview Of(ReadOnlyMemory<byte> body, string? columns, DateOrder? order)
    {
        var table = PersonTable.Read(body);
        var sample = table.Skip(1).Take(MostSampled).ToList();
        var guessed = columns is null ? ColumnGuess.Of(table[0], sample) : [.. Said(ColumnMap.Of(table[0], columns))];
        List<TableColumn> told = [.. guessed.Select((g, i) => new TableColumn(i + 1, Short(table[0].Cells[i]), g.Field, g.Evidence, [.. sample.Take(MostShown).Select(r => i < r.Cells.Count ? Short(r.Cells[i]) : "")]))];
        var fields = told.Select(c => c.Field).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new TablePreview(
            table.Count - 1, told, [.. s_needed.Where(f => !fields.Contains(f))],
            fields.Contains(PersonColumns.Reference) ? [.. sample.Take(MostShown).Select(r => Shown(r, ColumnMap.Of(table[0], string.Join(',', told.Select(c => c.Field ?? ColumnMap.Nothing))), order))] : []);
    }

    private static IEnumerable<ColumnGuess> Said(ColumnMap map) => Enumerable.Range(0, map.Header.Cells.Count)
        .Select(i => PersonColumns.Known.FirstOrDefault(c => map.PlaceOf(c) == i)).Select(f => new ColumnGuess(f, f is null ? null : ColumnEvidence.Caller));

    private static ReadRow Shown(TableRow row, ColumnMap columns, DateOrder? order)
    {
        var read = new PersonRow(columns, row, order, owner: null);
        var terms = read.Read();
        return new ReadRow(row.Line, [.. terms.Said.Select(f => new ReadCell(f, PersonCells.Of(f, terms)))], read.Problems);
    }

    private static string Short(string text) => text.Length > 60 ? $"{text[..(char.IsHighSurrogate(text[59]) ? 59 : 60)]}…" : text;
}
