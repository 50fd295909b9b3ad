using System.IO.Compression;
using System.Text;
using Concord.Platform.Errors;
using Concord.Platform.Tables;
using Concord.Support;

namespace Concord.Platform.Tests.Tables;

public sealed class WorkbookTests
{
    private const string Head = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    [Fact, Rule("R20")]
    public void Shared_texts_numbers_days_formulas_and_gaps_are_read_as_a_spreadsheet_shows_them()
    {
        var rows = XlsxTable.Read(Book(
            Head + """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>day</t></is></c><c r="C1" t="str"><f>1</f><v>sum</v></c></row><row r="2"/><row r="4"><c r="A4"><v>7</v></c><c r="B4" s="1"><v>45356</v></c><c r="C4" t="e"><f>A1/0</f><v>#DIV/0!</v></c></row><row r="5"><c r="C5" t="b"><v>1</v></c></row></sheetData></worksheet>""",
            """<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>Na</t></r><r><t>me</t></r><rPh><t>x</t></rPh></si></sst>"""), 10);
        Assert.Equal(["1: Name|day|sum", "4: 7|2024-03-05|#DIV/0!", "5: ||TRUE"], rows.Select(r => $"{r.Line}: {string.Join('|', r.Cells)}"));
        Assert.Equal([2], rows[1].Unread);
    }

    [Fact, Rule("R20")]
    public void A_workbook_that_unpacks_into_too_much_or_asks_for_more_rows_and_columns_than_may_be_is_refused()
    {
        var bomb = Book(Head + "<row><c t=\"inlineStr\"><is><t>" + new string('a', 60 * 1024 * 1024) + "</t></is></c></row></sheetData></worksheet>");
        Assert.True(bomb.Length < 1024 * 1024);
        Refused(bomb, "unpacks into too much");
        Refused(Book(Head + string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 20)) + "</sheetData></worksheet>"), "At most 10 rows");
        Refused(Book(Head + "<row><c r=\"ZZZ1\"><v>1</v></c></row></sheetData></worksheet>"), "columns");
    }

    [Theory, Rule("R20")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><worksheet>&x;</worksheet>")]
    [InlineData("no markup at all")]
    public void What_is_no_sheet_is_refused_and_no_entity_is_followed(string sheet) => Refused(Book(sheet), "Not a workbook");

    [Fact]
    public void Half_a_workbook_is_refused()
    {
        var whole = Book(Head + "</sheetData></worksheet>");
        Refused(whole[..(whole.Length / 2)], "Not a workbook");
    }

    private static void Refused(byte[] book, string why) => Assert.Contains(why, Assert.Throws<DomainException>(() => XlsxTable.Read(book, 10)).Message, StringComparison.Ordinal);

    private static byte[] Book(string sheet, string strings = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>")
    {
        var written = XlsxText.Write([]);
        using var file = new MemoryStream();
        file.Write(written);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            Put(zip, "xl/worksheets/sheet1.xml", sheet);
            Put(zip, "xl/sharedStrings.xml", strings);
            Put(zip, "xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
        }

        return file.ToArray();
    }

    private static void Put(ZipArchive zip, string part, string text)
    {
        using var to = new StreamWriter(zip.CreateEntry(part, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        to.Write(text);
    }
}
