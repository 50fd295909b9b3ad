using System.Text;
using Concord.Platform.Errors;
using Concord.Platform.Tables;

namespace Concord.Roster.Import;

/// <summary>A file as a table, told by its content whatever it is called: a workbook or a text of separated values.</summary>
internal static class PersonTable
{
    public const int MostRows = 5000;
    private const int MostColumns = 100;

    /// <summary>The header and at least one row.</summary>
    public static IReadOnlyList<TableRow> Read(ReadOnlyMemory<byte> body)
    {
        var table = XlsxTable.Is(body.Span) ? XlsxTable.Read(body, MostRows) : [.. CsvTable.Read(Text(body), MostRows).Select(Plain)];
        if (table.Count < 2)
        {
            throw Fail.Invalid("body", "Expected a header and at least one row.");
        }

        return table[0].Cells.Count <= MostColumns ? table : throw Fail.Invalid("body", $"At most {MostColumns} columns.");
    }

    private static ReadOnlySpan<byte> Text(ReadOnlyMemory<byte> body)
    {
        var span = body.Span;
        var begin = Encoding.Latin1.GetString(span[..Math.Min(8, span.Length)]);
        if (begin.StartsWith("%PDF", StringComparison.Ordinal) || begin.StartsWith("ÐÏ\u0011à", StringComparison.Ordinal) || begin.StartsWith("{\\rtf", StringComparison.Ordinal) || begin.StartsWith("\u0089PNG", StringComparison.Ordinal))
        {
            throw Fail.Invalid("body", "Not a table that can be read. Save it as XLSX or as CSV.");
        }

        return span;
    }

    // What an export has guarded stands there as it was meant; what would be carried out in a spreadsheet is no value.
    private static TableRow Plain(TableRow row) => row with
    {
        Cells = [.. row.Cells.Select(CsvText.Unguarded)],
        Unread = row.Cells.Index().Where(c => CsvText.IsWrittenFormula(c.Item.TrimStart()) || CsvText.IsFormulaError(c.Item.Trim())).Select(c => c.Index).ToHashSet(),
    };
}
