using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Concord.Platform.OpenApi;

/// <summary>
/// What the comments say of the fields of requests and answers, in the document of the service. The framework reads the comments of this assembly alone, because it is this one that asks for the document.
/// </summary>
internal sealed partial class FieldDescriptions
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, string>> s_comments = [];
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _fields = new(StringComparer.Ordinal);

    /// <summary>Remembers the fields of a schema that has a name of its own.</summary>
    public void Note(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object && OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name)
        {
            _fields[name] = FieldsOf(type);
        }
    }

    /// <summary>Says what is not said yet. A field that points to another schema takes its description only now that it does.</summary>
    public void AddTo(OpenApiDocument document)
    {
        foreach (var (name, fields) in _fields)
        {
            if (document.Components?.Schemas is not { } schemas || !schemas.TryGetValue(name, out var schema) || schema.Properties is null)
            {
                continue;
            }

            foreach (var (field, property) in schema.Properties)
            {
                if (fields.TryGetValue(field, out var text) && (property is OpenApiSchemaReference || string.IsNullOrEmpty(property.Description)))
                {
                    property.Description = text;
                }
            }
        }
    }

    /// <summary>By their names in JSON; a field without a comment is left out.</summary>
    public static IReadOnlyDictionary<string, string> FieldsOf(JsonTypeInfo type) => type.Properties
        .Select(p => (p.Name, Text: p.AttributeProvider is PropertyInfo property ? Of(property) : null))
        .Where(f => f.Text is not null)
        .ToDictionary(f => f.Name, f => f.Text!, StringComparer.Ordinal);

    private static string? Of(PropertyInfo property)
    {
        var owner = property.DeclaringType!;
        owner = owner.IsGenericType ? owner.GetGenericTypeDefinition() : owner;
        return s_comments.GetOrAdd(owner.Assembly, CommentsOf).GetValueOrDefault($"{owner.FullName?.Replace('+', '.')}.{property.Name}");
    }

    // They are written beside the assembly when it is built; where somebody left them out, the document says less.
    private static IReadOnlyDictionary<string, string> CommentsOf(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        return !File.Exists(file) ? new Dictionary<string, string>() : XDocument.Load(file).Descendants("member")
            .Where(m => m.Attribute("name")?.Value.StartsWith("P:", StringComparison.Ordinal) == true && m.Element("summary") is not null)
            .ToDictionary(m => m.Attribute("name")!.Value[2..], m => Plain(m.Element("summary")!), StringComparer.Ordinal);
    }

    private static string Plain(XElement comment) => Blanks().Replace(string.Concat(comment.Nodes().Select(n => n switch
    {
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" or "paramref" } other => (other.Attribute("cref") ?? other.Attribute("name") ?? other.Attribute("langword"))?.Value.Split('.')[^1] ?? other.Value,
        XElement other => Plain(other),
        XText text => text.Value,
        _ => "",
    })), " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Blanks();
}
