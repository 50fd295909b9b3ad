using System.Text.Json;
using System.Text.Json.Nodes;

namespace Concord.Gateway.OpenApi;

/// <summary>One OpenAPI 3.1 document of the whole platform, made of the documents of its services. The same input gives the same text.</summary>
public static class MergedDocument
{
    private static readonly string[] s_kinds = ["schemas", "responses", "parameters", "examples", "requestBodies", "headers", "links", "callbacks", "pathItems"];

    private static readonly JsonSerializerOptions s_written = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Asks every service for its document, at <c>{address}/openapi/v1.json</c>, and merges them.</summary>
    /// <param name="client">Reaches the services.</param>
    /// <param name="services">Address by name of the service.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public static async Task<JsonObject> FetchAsync(HttpClient client, IReadOnlyDictionary<string, Uri> services, CancellationToken cancellationToken)
    {
        var documents = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var (name, address) in services)
        {
            await using var stream = await client.GetStreamAsync(new Uri(address, "/openapi/v1.json"), cancellationToken);
            documents[name] = (await JsonNode.ParseAsync(stream, cancellationToken: cancellationToken))?.AsObject() ?? throw new JsonException($"{name} answers no document.");
        }

        return Merge(documents);
    }

    /// <summary>The text as it is committed: indented, with a line break at the end.</summary>
    public static string Write(JsonObject document) => document.ToJsonString(s_written) + "\n";

    /// <param name="documents">Document by name of the service; not changed.</param>
    public static JsonObject Merge(IReadOnlyDictionary<string, JsonObject> documents)
    {
        var paths = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var components = s_kinds.ToDictionary(kind => kind, _ => new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal));
        var tags = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        var clashes = Clashes(documents.Values);
        foreach (var (service, original) in documents.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            var document = (JsonObject)original.DeepClone();
            var renamed = clashes.ToDictionary(c => $"#/components/{c}", c => $"#/components/{Prefixed(c, service)}", StringComparer.Ordinal);
            Redirect(document, renamed);
            foreach (var kind in s_kinds)
            {
                foreach (var (name, content) in document["components"]?[kind] as JsonObject ?? [])
                {
                    components[kind][clashes.Contains($"{kind}/{name}") ? Prefixed(name, service) : name] = content;
                }
            }

            foreach (var (path, item) in document["paths"] as JsonObject ?? [])
            {
                if (!paths.TryAdd(path, item))
                {
                    throw new InvalidOperationException($"{path} is served by more than one service; {service} is the later one.");
                }
            }

            foreach (var tag in document["tags"] as JsonArray ?? [])
            {
                tags.TryAdd(tag!["name"]!.GetValue<string>(), tag);
            }
        }

        OwnOperations.AddTo(paths);
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Concord",
                ["version"] = "v1",
                ["description"] = "One shared record of mediation. Every error is a problem (RFC 9457) with a machine-readable `reason`; lists are paged by `pageSize` and `pageToken`; a POST that changes something needs an `Idempotency-Key`; a PATCH or PUT needs `If-Match`.",
                ["contact"] = new JsonObject { ["name"] = "Concord" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/", ["description"] = "This installation" }),
            ["tags"] = new JsonArray([.. tags.Values.Select(t => t!.DeepClone())]),
            ["paths"] = Sorted(paths),
            ["components"] = Components(components),
        };
    }

    private static JsonObject Components(Dictionary<string, SortedDictionary<string, JsonNode?>> components)
    {
        var all = new JsonObject();
        foreach (var kind in s_kinds.Where(k => components[k].Count > 0).Order(StringComparer.Ordinal))
        {
            all[kind] = Sorted(components[kind]);
        }

        all["securitySchemes"] = new JsonObject
        {
            ["concord"] = new JsonObject
            {
                ["type"] = "oauth2",
                ["description"] = "People: authorization code with PKCE. Machines: client credentials. Send the access token as `Authorization: Bearer`.",
                ["flows"] = new JsonObject
                {
                    ["authorizationCode"] = new JsonObject
                    {
                        ["authorizationUrl"] = "/connect/authorize",
                        ["tokenUrl"] = "/connect/token",
                        ["refreshUrl"] = "/connect/token",
                        ["scopes"] = new JsonObject { ["openid"] = "Who you are", ["profile"] = "Your name", ["offline_access"] = "Stay signed in for a working day" },
                    },
                    ["clientCredentials"] = new JsonObject { ["tokenUrl"] = "/connect/token", ["scopes"] = new JsonObject() },
                },
            },
            ["bearer"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT", ["description"] = "An access token you hold already." },
        };
        return all;
    }

    /// <summary>Names that mean different things in different services, and names that lead to such a one: all of them get their service's prefix.</summary>
    private static HashSet<string> Clashes(IEnumerable<JsonObject> documents)
    {
        var contents = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var references = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var document in documents)
        {
            foreach (var kind in s_kinds)
            {
                foreach (var (name, content) in document["components"]?[kind] as JsonObject ?? [])
                {
                    (contents.TryGetValue($"{kind}/{name}", out var held) ? held : contents[$"{kind}/{name}"] = []).Add(Canonical(content));
                    (references.TryGetValue($"{kind}/{name}", out var known) ? known : references[$"{kind}/{name}"] = []).UnionWith(ReferencesIn(content));
                }
            }
        }

        var clashes = contents.Where(c => c.Value.Count > 1).Select(c => c.Key).ToHashSet(StringComparer.Ordinal);
        while (references.Where(r => !clashes.Contains(r.Key) && r.Value.Overlaps(clashes)).Select(r => r.Key).ToList() is { Count: > 0 } more)
        {
            clashes.UnionWith(more);
        }

        return clashes;
    }

    private static string Prefixed(string name, string service)
    {
        var start = name.LastIndexOf('/') + 1;
        return $"{name[..start]}{char.ToUpperInvariant(service[0])}{service[1..]}{name[start..]}";
    }

    private static void Redirect(JsonNode? node, IReadOnlyDictionary<string, string> renamed)
    {
        switch (node)
        {
            case JsonObject o:
                foreach (var (name, value) in o.ToList())
                {
                    if (name == "$ref" && value is JsonValue text && renamed.TryGetValue(text.GetValue<string>(), out var target))
                    {
                        o[name] = target;
                    }
                    else
                    {
                        Redirect(value, renamed);
                    }
                }

                break;
            case JsonArray array:
                foreach (var item in array)
                {
                    Redirect(item, renamed);
                }

                break;
        }
    }

    private static IEnumerable<string> ReferencesIn(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p is { Key: "$ref", Value: JsonValue text } ? [text.GetValue<string>().Replace("#/components/", "", StringComparison.Ordinal)] : ReferencesIn(p.Value)),
        JsonArray array => array.SelectMany(ReferencesIn),
        _ => [],
    };

    // Two services may write the members of one schema in another order.
    private static string Canonical(JsonNode? node) => node switch
    {
        JsonObject o => $"{{{string.Join(',', o.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{JsonSerializer.Serialize(p.Key)}:{Canonical(p.Value)}"))}}}",
        JsonArray array => $"[{string.Join(',', array.Select(Canonical))}]",
        null => "null",
        _ => node.ToJsonString(),
    };

    private static JsonObject Sorted(SortedDictionary<string, JsonNode?> members)
    {
        var sorted = new JsonObject();
        foreach (var (name, content) in members)
        {
            sorted[name] = content?.DeepClone();
        }

        return sorted;
    }
}
