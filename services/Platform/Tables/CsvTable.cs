using System.Text;
using Concord.Platform.Errors;

namespace Concord.Platform.Tables;

/// <summary>
/// Reads a table as spreadsheets write it: UTF-8 with or without a byte order mark, or UTF-16 with one; separated by commas, semicolons or tabs, quoted where a cell holds a separator, a quote or a line break (RFC 4180).
/// </summary>
public sealed class CsvTable
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly UnicodeEncoding s_strictLittleEndian = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding s_strictBigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    private readonly string _text;
    private readonly char _separator;
    private int _at;
    private int _line = 1;

    private CsvTable(string text) => (_text, _separator) = (text, SeparatorOf(text));

    /// <summary>Rows that hold anything, the header among them.</summary>
    /// <param name="body">The file.</param>
    /// <param name="most">Rows beside the header; more are refused before they are all read.</param>
    public static IReadOnlyList<TableRow> Read(ReadOnlySpan<byte> body, int most)
    {
        var table = new CsvTable(Decode(body));
        List<TableRow> rows = [];
        while (table._at < table._text.Length)
        {
            if (table.Row() is var row && row.Cells.Any(c => !string.IsNullOrWhiteSpace(c)))
            {
                rows.Add(row);
            }

            if (rows.Count > most + 1)
            {
                throw Fail.Invalid("body", $"At most {most} rows at once; send the rest in another file.");
            }
        }

        return rows;
    }

    private static string Decode(ReadOnlySpan<byte> body)
    {
        try
        {
            return body switch
            {
                [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] or [> 0, 0, 0, 0, ..] or [0, 0, 0, > 0, ..] => throw new DecoderFallbackException(), // UTF-32, of which sixteen bits would make a table full of noughts
                [0xEF, 0xBB, 0xBF, ..] => s_strict.GetString(body[3..]),
                [0xFF, 0xFE, ..] => s_strictLittleEndian.GetString(body[2..]),
                [0xFE, 0xFF, ..] => s_strictBigEndian.GetString(body[2..]),
                _ => s_strict.GetString(body),
            };
        }
        catch (DecoderFallbackException)
        {
            throw Fail.Invalid("body", "Not UTF-8. Save the table as UTF-8.");
        }
    }

    /// <summary>The one that the header holds most of, outside quotes.</summary>
    private static char SeparatorOf(string text)
    {
        var (counts, quoted) = (new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 }, false);
        foreach (var c in text)
        {
            quoted = c == '"' ? !quoted : quoted;
            if (!quoted && c is '\n' or '\r')
            {
                break;
            }

            if (!quoted && counts.TryGetValue(c, out var count))
            {
                counts[c] = count + 1;
            }
        }

        return counts.MaxBy(c => c.Value).Key;
    }

    private TableRow Row()
    {
        var (begun, cells) = (_line, new List<string>());
        while (true)
        {
            cells.Add(Is('"') ? Quoted() : Plain());
            if (!Is(_separator))
            {
                break;
            }

            _at++;
        }

        EndLine();
        return new TableRow(begun, cells);
    }

    private string Plain()
    {
        var begun = _at;
        while (_at < _text.Length && !Is(_separator) && _text[_at] is not ('\r' or '\n'))
        {
            _at++;
        }

        return _text[begun.._at];
    }

    private string Quoted()
    {
        var (begun, cell) = (_line, new StringBuilder());
        for (_at++; ; _at++)
        {
            if (_at >= _text.Length)
            {
                throw Fail.Invalid($"line {begun}", "A quote is opened and not closed.");
            }

            if (_text[_at] == '"')
            {
                _at++;
                if (!Is('"'))
                {
                    break;
                }
            }

            _line += _text[_at] == '\n' || (_text[_at] == '\r' && (_at + 1 >= _text.Length || _text[_at + 1] != '\n')) ? 1 : 0;
            cell.Append(_text[_at]);
        }

        return _at >= _text.Length || Is(_separator) || _text[_at] is '\r' or '\n' ? cell.ToString() : throw Fail.Invalid($"line {_line}", "Text follows a closing quote; write a quote inside a cell twice.");
    }

    private void EndLine()
    {
        _at += Is('\r') && _at + 1 < _text.Length && _text[_at + 1] == '\n' ? 2 : _at < _text.Length ? 1 : 0;
        _line++;
    }

    private bool Is(char c) => _at < _text.Length && _text[_at] == c;
}
