using System.Text.Json.Nodes;

namespace Concord.Gateway.OpenApi;

/// <summary>Puts the examples of contracts/openapi/examples.json where they belong: bodies by operation id, the problem by its schema.</summary>
public static class Examples
{
    private static readonly string[] s_verbs = ["get", "post", "patch", "put", "delete"];

    public static void AddTo(JsonObject document, JsonObject examples)
    {
        foreach (var operation in document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Where(v => s_verbs.Contains(v.Key)).Select(v => v.Value!.AsObject()))
        {
            var id = operation["operationId"]?.GetValue<string>() ?? "";
            Set(operation["requestBody"]?["content"], examples["requests"]?[id]);
            Set(operation["responses"]?["200"]?["content"], examples["responses"]?[id]);
        }

        if (document["components"]?["schemas"]?["Problem"] is JsonObject problem && examples["responses"]?["Problem"] is { } example)
        {
            problem["examples"] = new JsonArray(example.DeepClone());
        }
    }

    private static void Set(JsonNode? content, JsonNode? example)
    {
        foreach (var (_, media) in example is null ? [] : content as JsonObject ?? [])
        {
            media!["example"] = example!.DeepClone();
        }
    }
}
