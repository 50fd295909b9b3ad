using System.Globalization;
using System.Xml;

namespace Concord.Platform.Tables;

/// <summary>Which cells of a workbook hold dates, and which day a number of such a cell is.</summary>
public static class XlsxDates
{
    private const int FirstOwnFormat = 164;
    private const int DaysTo1904 = 1462;

    /// <summary>The day that a spreadsheet means by a number: days from the end of 1899, from its first of March 1900 on, before which it counts a day that never was.</summary>
    public static DateOnly? Day(double serial, bool from1904 = false) =>
        serial + (from1904 ? DaysTo1904 : 0) is >= 61 and < 2_958_466 and var days ? new DateOnly(1899, 12, 30).AddDays((int)days) : null;

    /// <summary>Numbers of the styles that show a date.</summary>
    internal static IReadOnlySet<int> In(XmlReader? styles)
    {
        var (own, dates, inCells, number) = (new HashSet<int>(), new HashSet<int>(), false, 0);
        using var reader = styles;
        while (reader?.Read() == true)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "numFmt" && Number(reader, "numFmtId") is { } id && IsDate(reader.GetAttribute("formatCode") ?? ""))
            {
                own.Add(id);
            }

            inCells = reader.LocalName == "cellXfs" ? reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement : inCells;
            if (inCells && reader.NodeType == XmlNodeType.Element && reader.LocalName == "xf")
            {
                var format = Number(reader, "numFmtId") ?? 0;
                if (format is >= 14 and <= 17 or 22 or >= 27 and <= 31 or >= 34 and <= 36 or >= 50 and <= 58 || (format >= FirstOwnFormat && own.Contains(format)))
                {
                    dates.Add(number);
                }

                number++;
            }
        }

        return dates;
    }

    // Years or days outside quotes and brackets; "[Red]" holds a d and is none.
    private static bool IsDate(string format)
    {
        var (quoted, bracketed) = (false, false);
        foreach (var c in format)
        {
            quoted = c == '"' ? !quoted : quoted;
            bracketed = c == '[' || (bracketed && c != ']');
            if (!quoted && !bracketed && c is 'y' or 'Y' or 'd' or 'D')
            {
                return true;
            }
        }

        return false;
    }

    private static int? Number(XmlReader reader, string attribute) => int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
