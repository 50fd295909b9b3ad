using System.IO.Compression;
using System.Xml;

namespace Concord.Platform.Tables;

/// <summary>Writes a workbook with one sheet, in which every cell is a text: nothing in it is carried out by whoever opens it.</summary>
public static class XlsxText
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XmlWriterSettings s_settings = new() { NewLineHandling = NewLineHandling.Entitize, CloseOutput = true };

    private static readonly (string Part, string Text)[] s_parts =
    [
        ("[Content_Types].xml", """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="{Main}" xmlns:r="{Relationships}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""),
    ];

    public static byte[] Write(IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (part, text) in s_parts)
            {
                using var to = new StreamWriter(zip.CreateEntry(part).Open());
                to.Write(text);
            }

            using var sheet = XmlWriter.Create(zip.CreateEntry("xl/worksheets/sheet1.xml").Open(), s_settings);
            WriteSheet(sheet, rows);
        }

        return file.ToArray();
    }

    private static void WriteSheet(XmlWriter sheet, IEnumerable<IReadOnlyList<string?>> rows)
    {
        sheet.WriteStartElement("worksheet", Main);
        sheet.WriteStartElement("sheetData", Main);
        foreach (var row in rows)
        {
            sheet.WriteStartElement("row", Main);
            foreach (var cell in row)
            {
                sheet.WriteStartElement("c", Main);
                sheet.WriteAttributeString("t", "inlineStr");
                sheet.WriteStartElement("is", Main);
                sheet.WriteStartElement("t", Main);
                sheet.WriteAttributeString("xml", "space", "http://www.w3.org/XML/1998/namespace", "preserve");
                sheet.WriteString(string.Concat((cell ?? "").EnumerateRunes().Where(r => r.Value >= ' ' || r.Value is '\n' or '\r' or '\t').Where(r => r.Value is not (0xFFFE or 0xFFFF)))); // what XML cannot hold
                sheet.WriteEndElement();
                sheet.WriteEndElement();
                sheet.WriteEndElement();
            }

            sheet.WriteEndElement();
        }

        sheet.WriteEndElement();
        sheet.WriteEndElement();
    }
}
