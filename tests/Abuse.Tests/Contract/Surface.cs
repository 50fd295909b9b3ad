using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Concord.Support;
using Google.Protobuf.Reflection;

namespace Concord.Abuse.Tests.Contract;

/// <summary>Everything that can be attacked: each operation of the approved document, each RPC of the approved protobuf files.</summary>
internal static partial class Surface
{
    private static readonly JsonObject s_document = JsonNode.Parse(File.ReadAllText(Repository.PathOf("contracts", "openapi", "v1.json")))!.AsObject();
    private static readonly Dictionary<string, string[]> s_permissions = File.ReadLines(Repository.PathOf("contracts", "surface.txt"))
        .SkipWhile(l => l != "[permissions]").Skip(1).TakeWhile(l => l.Length > 0).Select(l => l.Split(" = "))
        .ToDictionary(p => p[0], p => p[1] == "every signed-in caller" ? [] : p[1].Split(", "));

    public static IReadOnlyList<Operation> Operations { get; } =
        [.. from path in s_document["paths"]!.AsObject() from verb in path.Value!.AsObject() where verb.Key is "get" or "post" or "patch" or "put" or "delete" select Read(path.Key, verb.Key, verb.Value!.AsObject())];

    /// <summary>Found by the generated code of the files, so that a new one is attacked the day it is added.</summary>
    public static IReadOnlyList<MethodDescriptor> Rpcs { get; } =
        [.. typeof(Concord.Designation.V1.DesignationServiceReflection).Assembly.GetTypes().Where(t => t.Name.EndsWith("ServiceReflection", StringComparison.Ordinal))
            .Select(t => (FileDescriptor)t.GetProperty("Descriptor")!.GetValue(null)!).SelectMany(f => f.Services).SelectMany(s => s.Methods).OrderBy(m => m.FullName, StringComparer.Ordinal)];

    /// <summary>Every path, and the methods it serves.</summary>
    public static ILookup<string, HttpMethod> Methods { get; } = Operations.ToLookup(o => o.Template, o => o.Method);

    private static Operation Read(string path, string verb, JsonObject operation)
    {
        var parameters = (operation["parameters"]?.AsArray() ?? []).Select(p => (In: (string)p!["in"]!, Name: (string)p["name"]!)).ToList();
        var body = operation["requestBody"]?["content"]?.AsObject().First();
        var answers = operation["responses"]!.AsObject().Where(r => r.Key[0] == '2').SelectMany(r => r.Value!["content"]?.AsObject() ?? []).Select(c => c.Value!["schema"]);
        return new Operation(
            (string)operation["operationId"]!, new HttpMethod(verb.ToUpperInvariant()), path, RolesOf(PermissionIn().Match((string)operation["description"]!).Groups[1].Value),
            [.. parameters.Where(p => p.In == "query").Select(p => p.Name)], [.. parameters.Where(p => p.In == "header").Select(p => p.Name)],
            body?.Key, body?.Value!["example"] as JsonObject, FieldsOf(body?.Value!["schema"]).ToHashSet(), answers.SelectMany(FieldsOf).ToHashSet(),
            body?.Value!["example"] is JsonValue text ? text.GetValue<string>() : null);
    }

    // What the gateway puts together of all services needs the permission of each; the same roles carry it everywhere.
    private static string[] RolesOf(string permission) => s_permissions[permission.Replace("{service}", "identity", StringComparison.Ordinal)];

    private static IEnumerable<string> FieldsOf(JsonNode? schema) => Resolve(schema)?["properties"]?.AsObject().Select(p => p.Key) ?? [];

    private static JsonNode? Resolve(JsonNode? schema) =>
        (string?)schema?["$ref"] is { } reference ? s_document["components"]!["schemas"]![reference.Split('/')[^1]] : schema;

    [GeneratedRegex("Needs the permission `([^`]+)`")]
    private static partial Regex PermissionIn();
}
