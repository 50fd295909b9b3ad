using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Concord.Platform.Errors;

namespace Concord.Platform.Tables;

/// <summary>
/// Reads the first sheet of a workbook, part by part and never as a whole in memory, with no entity and no link followed. Dates come out as <c>2024-03-05</c>; of a formula the value that the workbook holds.
/// </summary>
public sealed class XlsxTable
{
    /// <summary>All parts that are read, unpacked.</summary>
    public const long MostUnpacked = 48 * 1024 * 1024;

    private const int MostColumns = 200;
    private const int MostStrings = 500_000;
    private static readonly XmlReaderSettings s_plain = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly ZipArchive _zip;
    private readonly UnpackBudget _budget = new(MostUnpacked);
    private readonly List<string> _strings = [];
    private bool _from1904;
    private IReadOnlySet<int> _dates = new HashSet<int>();

    private XlsxTable(ZipArchive zip) => _zip = zip;

    public static bool Is(ReadOnlySpan<byte> body) => body is [(byte)'P', (byte)'K', 3, 4, ..];

    /// <summary>Rows that hold anything, the header among them; each as long as the header.</summary>
    /// <param name="body">The file.</param>
    /// <param name="most">Rows beside the header; more are refused before they are all read.</param>
    public static IReadOnlyList<TableRow> Read(ReadOnlyMemory<byte> body, int most)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(body.ToArray(), writable: false), ZipArchiveMode.Read);
            return new XlsxTable(zip).Read(most);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or NotSupportedException)
        {
            throw Fail.Invalid("body", "Not a workbook that can be read. Save it as XLSX or as CSV.");
        }
    }

    private List<TableRow> Read(int most)
    {
        var sheet = SheetPath();
        ReadStrings();
        _dates = XlsxDates.In(Open("xl/styles.xml"));
        List<TableRow> rows = [];
        using var reader = Open(sheet) ?? throw new InvalidDataException();
        var number = 0;
        while (reader.ReadToFollowing("row", Main(reader)))
        {
            number = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : number + 1;
            if (ReadRow(reader, number) is { IsBlank: false } row)
            {
                rows.Add(rows.Count > 0 && row.Cells.Count < rows[0].Cells.Count ? row with { Cells = [.. row.Cells, .. Enumerable.Repeat("", rows[0].Cells.Count - row.Cells.Count)] } : row);
            }

            if (rows.Count > most + 1)
            {
                throw Fail.Invalid("body", $"At most {most} rows at once; send the rest in another file.");
            }
        }

        return rows;
    }

    private TableRow ReadRow(XmlReader reader, int number)
    {
        var (cells, unread) = (new List<string>(), new HashSet<int>());
        if (!reader.IsEmptyElement)
        {
            using var row = reader.ReadSubtree();
            while (row.ReadToFollowing("c", Main(row)))
            {
                var place = PlaceOf(row.GetAttribute("r")) ?? cells.Count;
                if (place >= MostColumns)
                {
                    throw Fail.Invalid("body", $"At most {MostColumns} columns.");
                }

                cells.AddRange(Enumerable.Repeat("", Math.Max(0, place + 1 - cells.Count)));
                var (type, style) = (row.GetAttribute("t"), row.GetAttribute("s"));
                var text = ValueIn(row);
                cells[place] = Said(type, style, text);
                if (type == "e")
                {
                    unread.Add(place);
                }
            }
        }

        return new TableRow(number, cells) { Unread = unread };
    }

    private string Said(string? type, string? style, string text) => type switch
    {
        "s" => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _strings.Count ? _strings[at] : throw new InvalidDataException(),
        "b" => text == "1" ? "TRUE" : "FALSE",
        null or "n" when int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var format) && _dates.Contains(format)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && XlsxDates.Day(serial, _from1904) is { } day => day.ToString("O", CultureInfo.InvariantCulture),
        _ => text,
    };

    // The value, or the text that is written in the cell itself; the formula is passed over.
    private static string ValueIn(XmlReader row)
    {
        if (row.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        using var cell = row.ReadSubtree();
        cell.Read();
        while (cell.Read())
        {
            while (cell.NodeType == XmlNodeType.Element && cell.LocalName is "f" or "rPh")
            {
                cell.Skip();
            }

            if (cell.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                text.Append(cell.Value);
            }
        }

        return text.ToString();
    }

    private void ReadStrings()
    {
        using var reader = Open("xl/sharedStrings.xml");
        while (reader?.ReadToFollowing("si", Main(reader)) == true)
        {
            _strings.Add(ValueIn(reader));
            if (_strings.Count > MostStrings)
            {
                throw Fail.Invalid("body", "The workbook unpacks into too much. Save the one sheet as CSV.");
            }
        }
    }

    private string SheetPath()
    {
        string? id = null;
        using (var workbook = Open("xl/workbook.xml") ?? throw new InvalidDataException())
        {
            while (id is null && workbook.Read())
            {
                _from1904 |= workbook is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" } && workbook.GetAttribute("date1904") is "1" or "true";
                id = workbook is { NodeType: XmlNodeType.Element, LocalName: "sheet" } ? workbook.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships") : null;
            }
        }

        using var links = Open("xl/_rels/workbook.xml.rels") ?? throw new InvalidDataException();
        while (links.Read())
        {
            if (links is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && links.GetAttribute("Id") == id && links.GetAttribute("Target") is { } target)
            {
                return target.StartsWith('/') ? target[1..] : $"xl/{target}";
            }
        }

        throw new InvalidDataException();
    }

    private XmlReader? Open(string part) => _zip.GetEntry(part) is { } entry ? XmlReader.Create(new BoundedStream(entry.Open(), _budget), s_plain) : null;

    private static string Main(XmlReader reader) => reader.LookupNamespace("") is { Length: > 0 } own ? own : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // "C5" is the third.
    private static int? PlaceOf(string? reference)
    {
        var place = 0;
        foreach (var c in (reference ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(4))
        {
            place = (place * 26) + (c - 'A') + 1;
        }

        return place == 0 ? null : place - 1;
    }
}
