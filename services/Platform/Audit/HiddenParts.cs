using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Concord.Platform.Audit;

/// <summary>A part that is stored as one text may have members that are <see cref="PersonalAttribute"/>: the chain gets the part without them.</summary>
internal static class HiddenParts
{
    private static readonly JsonSerializerOptions s_asStored = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly ConcurrentDictionary<Type, string[]> s_hidden = new();

    /// <param name="type">Of the part.</param>
    /// <param name="stored">As it is stored: its JSON, in a JSON text.</param>
    public static JsonElement? Without(Type type, JsonElement? stored)
    {
        var hidden = s_hidden.GetOrAdd(type, t => t == typeof(string) || t.IsValueType ? [] : [.. t.GetProperties().Where(p => p.IsDefined(typeof(PersonalAttribute))).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))]);
        if (hidden.Length == 0 || stored is not { ValueKind: JsonValueKind.String } text || JsonNode.Parse(text.GetString()!) is not JsonObject part)
        {
            return stored;
        }

        foreach (var name in hidden)
        {
            part.Remove(name);
        }

        return JsonSerializer.SerializeToElement(part.ToJsonString(s_asStored));
    }
}
