using System.Text;
using Concord.Platform.Tables;
using Concord.Platform.Texts;
using Concord.Portal.Components;

namespace Concord.Portal.RosterImport;

/// <summary>What is wrong with the rows of a table, as a table: whoever mends it works beside the one that is wrong. It comes with the page, so that nothing of the table is kept for it.</summary>
internal static class ErrorTable
{
    public static string Address(Speech say, PeopleImportAnswer answer)
    {
        var rows = answer.Problems.Select(p => CsvText.Row([p.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), p.Field is null ? "" : say[$"peopleImport.of.{p.Field}"], p.Value, say.Fault(p.Reason).Text]));
        var table = CsvText.ByteOrderMark + CsvText.Row([say["contactImport.line"], say["peopleImport.field"], say["peopleImport.header"], say["contactImport.why"]]) + string.Concat(rows);
        return $"data:text/csv;charset=utf-8;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(table))}";
    }
}
