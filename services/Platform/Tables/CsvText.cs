using System.Buffers;
using System.Text;

namespace Concord.Platform.Tables;

/// <summary>
/// Writes a table for spreadsheets (RFC 4180). A text that a spreadsheet would take for a formula is written behind an apostrophe, which spreadsheets do not show: otherwise a name that somebody chose well
/// reads the other cells of whoever opens the table.
/// </summary>
public static class CsvText
{
    /// <summary>Stands before what is written, so that spreadsheets read it as UTF-8.</summary>
    public const char ByteOrderMark = '\uFEFF';

    private const char Guard = '\'';
    private static readonly SearchValues<char> s_quoted = SearchValues.Create("\",;\t\r\n");

    public static string Row(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    /// <summary>The text as a table that is opened in a spreadsheet may hold it.</summary>
    public static string Guarded(string text) => IsFormula(text.TrimStart(Guard)) ? Guard + text : text;

    /// <summary>What was meant by a cell that <see cref="Guarded"/> has written.</summary>
    public static string Unguarded(string text) => text is [Guard, .. var rest] && IsFormula(text.TrimStart(Guard)) ? rest : text;

    /// <summary>Whether a spreadsheet reads it as a formula rather than as a text or a number.</summary>
    public static bool IsWrittenFormula(string text) => text is ['=' or '@' or '＝' or '＠', ..];

    /// <summary>Whether it stands where a formula of a spreadsheet had no result.</summary>
    public static bool IsFormulaError(string text) => text is "#REF!" or "#N/A" or "#NAME?" or "#VALUE!" or "#DIV/0!" or "#NUM!" or "#NULL!";

    private static string Cell(string? text)
    {
        var written = Guarded(text ?? "");
        return written.AsSpan().IndexOfAny(s_quoted) < 0 ? written : new StringBuilder("\"").Append(written.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').ToString();
    }

    // Full-width forms are taken for the same signs by spreadsheets of East Asia; a tab or a line break before one is passed over.
    private static bool IsFormula(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' or '|', ..];
}
