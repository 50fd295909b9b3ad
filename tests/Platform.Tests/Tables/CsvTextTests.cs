using System.Text;
using Concord.Platform.Tables;
using Concord.Support;

namespace Concord.Platform.Tests.Tables;

public sealed class CsvTextTests
{
    [Theory, Rule("R20")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+33 1", "'+33 1")]
    [InlineData("-2", "'-2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("O'Neil", "O'Neil")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("a=1", "a=1")]
    [InlineData("", "")]
    public void A_text_that_would_be_a_formula_stands_behind_an_apostrophe_and_is_read_as_it_was(string text, string written)
    {
        Assert.Equal(written, CsvText.Guarded(text));
        Assert.Equal(text, CsvText.Unguarded(written));
    }

    [Theory, Rule("R20")]
    [InlineData("plain")]
    [InlineData("a \"quote\", a comma; and\r\nanother line")]
    [InlineData("=HYPERLINK(\"x\")")]
    [InlineData(" أمينة ")]
    public void What_is_written_is_read_again(string text)
    {
        var file = Encoding.UTF8.GetBytes(CsvText.ByteOrderMark + CsvText.Row(["head", "other"]) + CsvText.Row([text, null]));
        Assert.Equal([text, ""], CsvTable.Read(file, 10)[1].Cells.Select(CsvText.Unguarded));
    }

    [Fact]
    public void A_workbook_holds_texts_and_nothing_that_is_carried_out()
    {
        var rows = XlsxTable.Read(XlsxText.Write([["head", "other"], ["=1+1", " two\r\nlines "], ["\u0007bell", null]]), 10);
        Assert.Equal(["head|other", "=1+1| two\r\nlines ", "bell|"], rows.Select(r => string.Join('|', r.Cells)));
    }
}
