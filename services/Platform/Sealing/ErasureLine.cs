using System.Text.Json;

namespace Concord.Platform.Sealing;

/// <summary>One line of an erasure ledger: who was erased, by resource name alone, and when.</summary>
/// <param name="Subject">Resource name.</param>
/// <param name="Time">UTC.</param>
internal sealed record ErasureLine(string Subject, DateTime Time)
{
    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Every line of the text.</summary>
    /// <exception cref="FormatException">A line is none of a ledger.</exception>
    public static IReadOnlyList<ErasureLine> ReadAll(TextReader text)
    {
        var lines = new List<ErasureLine>();
        for (var number = 1; text.ReadLine() is { } line; number++)
        {
            if (line.Length > 0)
            {
                lines.Add(Read(line) ?? throw new FormatException($"Line {number} is none of an erasure ledger."));
            }
        }

        return lines;
    }

    private static ErasureLine? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ErasureLine>(line, JsonSerializerOptions.Web) is { Subject.Length: > 0 } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
