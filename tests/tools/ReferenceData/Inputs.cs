using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Concord.Tools.ReferenceData;

/// <summary>Reads the three kinds of input: CSV, CLDR JSON and the dates in SOURCE.txt.</summary>
internal static class Inputs
{
    /// <summary>The rows of a CSV file (RFC 4180, byte order mark tolerated), each with its fields by column name.</summary>
    public static List<Dictionary<string, string>> Csv(string path)
    {
        var records = Records(File.ReadAllText(path));
        var header = records[0];
        return [.. records.Skip(1).Select(record => header.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => record[c.i].Trim()))];
    }

    /// <summary>The records of CSV text, header included; a record may be longer than the header.</summary>
    public static List<List<string>> Records(string text)
    {
        var records = new List<List<string>>();
        var record = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append(text[++i]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                record.Add(field.ToString());
                field.Clear();
                if (c == '\n') { records.Add(record); record = []; }
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }
        if (field.Length > 0 || record.Count > 0)
        {
            records.Add([.. record, field.ToString()]);
        }

        return records;
    }

    /// <summary>The rows of a tab separated stream, header left out.</summary>
    public static IEnumerable<string[]> Tsv(Stream stream)
    {
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t');
        }
    }

    /// <summary>The CLDR display names of one language: code to name.</summary>
    public static Dictionary<string, string> CldrNames(string folder, string language, string kind)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, $"{language}_{kind}.json")));
        return json.RootElement.GetProperty("main").GetProperty(language).GetProperty("localeDisplayNames").GetProperty(kind)
            .EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!);
    }

    /// <summary>The date of a copied file as its folder's SOURCE.txt states it.</summary>
    public static string SourceDate(string folder, string file)
    {
        var text = File.ReadAllText(Path.Combine(folder, "SOURCE.txt"));
        var date = Regex.Match(text, $@"^\s*{Regex.Escape(file)}\s+<-.*@ [0-9a-f]+ (\d{{4}}-\d{{2}}-\d{{2}})", RegexOptions.Multiline).Groups[1].Value;
        return IsDate(date) ? date : throw new InvalidDataException($"{folder}: SOURCE.txt gives no date for {file}");
    }

    public static bool IsDate(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
