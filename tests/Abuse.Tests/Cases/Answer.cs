using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Concord.Abuse.Tests.Cases;

/// <summary>What came back, with everything in it that could tell something.</summary>
internal sealed partial record Answer(HttpStatusCode Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode? Json { get; } = ParseOrNull(Text);

    public string? Reason => (int)Status >= 400 && Json is JsonObject problem && problem["reason"] is JsonValue reason && reason.GetValueKind() == JsonValueKind.String ? (string?)reason : null;

    /// <summary>As the table tells it.</summary>
    public string Told => $"{(int)Status} {Reason}".TrimEnd();

    /// <summary>Status, headers and body without what differs from request to request: ids, trace, date.</summary>
    public string Shape => $"{(int)Status} [{string.Join(", ", Headers.Select(h => $"{h.Key}: {(h.Key is "Date" or "ETag" ? "" : h.Value)}").Order(StringComparer.Ordinal))}] {Ids().Replace(Text, "-")}";

    public bool Refuses(params HttpStatusCode[] with) => with.Contains(Status);

    private static JsonNode? ParseOrNull(string text)
    {
        try
        {
            return text.Length > 0 && text[0] is '{' or '[' ? JsonNode.Parse(text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}")]
    private static partial Regex Ids();
}
