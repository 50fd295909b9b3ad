using System.Text.Json.Nodes;

namespace Concord.Abuse.Tests.Cases;

/// <summary>Places in a JSON body, and bodies with something else there.</summary>
internal static class Bodies
{
    /// <summary>Every value that holds no other, by its path: names and positions.</summary>
    public static IEnumerable<IReadOnlyList<object>> Leaves(JsonNode? body) => Walk(body, []).Where(p => p.Path.Count > 0 && p.Node is not (JsonObject { Count: > 0 } or JsonArray { Count: > 0 })).Select(p => p.Path);

    /// <summary>Every object in it, itself too.</summary>
    public static IEnumerable<IReadOnlyList<object>> Objects(JsonNode? body) => Walk(body, []).Where(p => p.Node is JsonObject).Select(p => p.Path);

    /// <summary>Every place in it, but itself.</summary>
    public static IEnumerable<IReadOnlyList<object>> Places(JsonNode? body) => Walk(body, []).Where(p => p.Path.Count > 0).Select(p => p.Path);

    public static string? TextAt(JsonNode body, IReadOnlyList<object> path) => At(body, path) is JsonValue value && value.TryGetValue<string>(out var text) && text.Contains('/', StringComparison.Ordinal) ? text : null;

    public static JsonNode? At(JsonNode body, IReadOnlyList<object> path) => path.Aggregate((JsonNode?)body, (node, step) => step is int i ? node![i] : node![(string)step]);

    /// <summary>The body as text with another value in that place.</summary>
    public static string With(JsonNode body, IReadOnlyList<object> path, JsonNode? value)
    {
        var copy = body.DeepClone();
        var parent = At(copy, [.. path.Take(path.Count - 1)])!;
        if (path[^1] is int position)
        {
            parent[position] = value;
        }
        else
        {
            parent[(string)path[^1]] = value;
        }

        return copy.ToJsonString();
    }

    private static IEnumerable<(IReadOnlyList<object> Path, JsonNode? Node)> Walk(JsonNode? node, IReadOnlyList<object> path)
    {
        yield return (path, node);
        var inside = node switch
        {
            JsonObject o => o.SelectMany(m => Walk(m.Value, [.. path, m.Key])),
            JsonArray a => a.SelectMany((item, i) => Walk(item, [.. path, i])),
            _ => [],
        };
        foreach (var place in inside)
        {
            yield return place;
        }
    }
}
