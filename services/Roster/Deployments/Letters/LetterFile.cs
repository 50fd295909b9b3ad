using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Concord.Roster.Deployments.Letters;

/// <summary>A letter as an office document. The same letter is the same bytes: nothing in it comes from a clock, a machine or a number that was drawn, and of who made it stands the organization alone.</summary>
internal static class LetterFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Main = "rId1";
    private const string Header = "rId2";
    private const string Core = "rId3";

    // The earliest time that a ZIP archive can give to a file.
    private static readonly DateTimeOffset s_entryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(Letter letter)
    {
        using var made = new MemoryStream();
        using (var document = WordprocessingDocument.Create(made, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, Main);
            var header = main.AddNewPart<HeaderPart>(Header);
            header.Header = new Header(ParagraphOf(letter, letter.Marking, bold: true, JustificationValues.Center));
            main.Document = new Document(BodyOf(letter));
            var core = document.AddCoreFilePropertiesPart();
            document.ChangeIdOfPart(core, Core);
            WriteCore(core, letter);
        }

        return Repack(made.ToArray());
    }

    private static Body BodyOf(Letter letter)
    {
        var body = new Body(ParagraphOf(letter, letter.Organization, bold: false), ParagraphOf(letter, letter.Title, bold: true, size: 32), TableOf(letter));
        foreach (var part in letter.Parts)
        {
            if (part.Heading is { } heading)
            {
                body.Append(ParagraphOf(letter, heading, bold: true));
            }

            foreach (var line in part.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                body.Append(ParagraphOf(letter, line, bold: false));
            }
        }

        foreach (var signature in letter.Signatures)
        {
            body.Append(ParagraphOf(letter, "", bold: false), ParagraphOf(letter, "____________________", bold: false), ParagraphOf(letter, signature, bold: false));
        }

        body.Append(new SectionProperties(new HeaderReference { Type = HeaderFooterValues.Default, Id = Header }));
        return body;
    }

    private static Table TableOf(Letter letter)
    {
        var properties = new TableProperties();
        if (letter.Language.IsRightToLeft)
        {
            properties.Append(new BiDiVisual());
        }

        properties.Append(new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct });
        var table = new Table(properties, new TableGrid(new GridColumn { Width = "3000" }, new GridColumn { Width = "6000" }));
        foreach (var fact in letter.Facts)
        {
            table.Append(new TableRow(new TableCell(ParagraphOf(letter, fact.Label, bold: true)), new TableCell(ParagraphOf(letter, fact.Value, bold: false))));
        }

        return table;
    }

    private static Paragraph ParagraphOf(Letter letter, string text, bool bold, JustificationValues? justification = null, int? size = null)
    {
        var (paragraph, run) = (new ParagraphProperties(), new RunProperties());
        if (letter.Language.IsRightToLeft)
        {
            paragraph.Append(new BiDi());
        }

        paragraph.Append(new SpacingBetweenLines { After = "120" });
        if (justification is { } how)
        {
            paragraph.Append(new Justification { Val = how });
        }

        if (bold)
        {
            run.Append(new Bold(), new BoldComplexScript());
        }

        if (size is { } half)
        {
            var written = half.ToString(CultureInfo.InvariantCulture);
            run.Append(new FontSize { Val = written }, new FontSizeComplexScript { Val = written });
        }

        if (letter.Language.IsRightToLeft)
        {
            run.Append(new RightToLeftText());
        }

        run.Append(letter.Language.IsRightToLeft ? new Languages { Bidi = letter.Language.Tag } : letter.Language.Tag == "zh" ? new Languages { EastAsia = "zh-CN" } : new Languages { Val = letter.Language.Tag });
        return new Paragraph(paragraph, new Run(run, new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
    }

    private static void WriteCore(CoreFilePropertiesPart part, Letter letter)
    {
        XNamespace cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", dc = "http://purl.org/dc/elements/1.1/", terms = "http://purl.org/dc/terms/", xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var time = letter.Time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var core = new XElement(
            cp + "coreProperties", new XAttribute(XNamespace.Xmlns + "cp", cp), new XAttribute(XNamespace.Xmlns + "dc", dc), new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", xsi),
            new XElement(dc + "title", letter.Title), new XElement(dc + "creator", letter.Organization), new XElement(dc + "language", letter.Language.Tag),
            new XElement(terms + "created", new XAttribute(xsi + "type", "dcterms:W3CDTF"), time));
        using var writer = new StreamWriter(part.GetStream(FileMode.Create), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>{core.ToString(SaveOptions.DisableFormatting)}");
    }

    // The library gives each file in the archive the time of now.
    private static byte[] Repack(byte[] made)
    {
        using var from = new ZipArchive(new MemoryStream(made), ZipArchiveMode.Read);
        using var packed = new MemoryStream();
        using (var to = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in from.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = to.CreateEntry(entry.FullName);
                copy.LastWriteTime = s_entryTime;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        }

        return packed.ToArray();
    }
}
