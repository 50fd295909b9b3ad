using System.Text.Json;
using System.Text.Json.Nodes;
using Concord.Platform.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using System.Reflection;

namespace Concord.Platform.Http;

/// <summary>RFC 7396 over the editable part of a resource: what the patch does not name stays, null removes, unknown names are refused.</summary>
/// <typeparam name="TEditable">A record with exactly the fields a caller may change.</typeparam>
public sealed class MergePatch<TEditable> : IEndpointParameterMetadataProvider where TEditable : class
{
    private readonly JsonObject _patch;

    private MergePatch(JsonObject patch) => _patch = patch;

    public static MergePatch<TEditable> Parse(string json) => new(Readable(() => JsonNode.Parse(json, documentOptions: Strict)));

    /// <summary>The editable part as it is after the patch.</summary>
    public TEditable ApplyTo(TEditable current)
    {
        var known = JsonSerializer.SerializeToNode(current, ConcordJson.Options)!.AsObject();
        try
        {
            return Merge(known, _patch).Deserialize<TEditable>(ConcordJson.Options)!;
        }
        catch (JsonException e)
        {
            throw JsonRefusal.From(e);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new DomainException(PlatformReasons.MalformedBody, "The body is not valid Unicode text."); // half a surrogate pair
        }
    }

    public static async ValueTask<MergePatch<TEditable>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (context.Request.ContentType?.StartsWith("application/merge-patch+json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new BadHttpRequestException("Send application/merge-patch+json.", StatusCodes.Status415UnsupportedMediaType);
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return new MergePatch<TEditable>(Readable(() => JsonNode.Parse(body.GetBuffer().AsSpan(0, (int)body.Length), documentOptions: Strict)));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/merge-patch+json"], typeof(TEditable)));

    private static JsonDocumentOptions Strict => new() { MaxDepth = ConcordJson.Options.MaxDepth, AllowDuplicateProperties = false };

    private static JsonObject Readable(Func<JsonNode?> parse)
    {
        try
        {
            return parse() as JsonObject ?? throw new DomainException(PlatformReasons.MalformedBody, "A merge patch is a JSON object.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new DomainException(PlatformReasons.MalformedBody, "The body is not valid JSON, or names a field twice.");
        }
    }

    private static JsonObject Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (name, change) in patch)
        {
            if (change is null)
            {
                target.Remove(name);
            }
            else if (change is JsonObject inner)
            {
                target[name] = Merge(target[name] as JsonObject is { } existing ? (JsonObject)existing.DeepClone() : [], inner);
            }
            else
            {
                target[name] = change.DeepClone();
            }
        }

        return target;
    }
}
