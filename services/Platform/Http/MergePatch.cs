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

    public static MergePatch<TEditable> Parse(string json) => JsonNode.Parse(json) is JsonObject patch
        ? new(patch)
        : throw new DomainException(PlatformReasons.MalformedBody, "A merge patch is a JSON object.");

    /// <summary>The editable part as it is after the patch.</summary>
    public TEditable ApplyTo(TEditable current)
    {
        var known = JsonSerializer.SerializeToNode(current, ConcordJson.Options)!.AsObject();
        return Merge(known, _patch).Deserialize<TEditable>(ConcordJson.Options)
            ?? throw new DomainException(PlatformReasons.MalformedBody, "A merge patch is a JSON object.");
    }

    public static async ValueTask<MergePatch<TEditable>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        if (context.Request.ContentType?.StartsWith("application/merge-patch+json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new BadHttpRequestException("Send application/merge-patch+json.", StatusCodes.Status415UnsupportedMediaType);
        }

        var node = await JsonNode.ParseAsync(context.Request.Body, documentOptions: new JsonDocumentOptions { MaxDepth = ConcordJson.Options.MaxDepth }, cancellationToken: context.RequestAborted);
        return node is JsonObject patch ? new(patch) : throw new DomainException(PlatformReasons.MalformedBody, "A merge patch is a JSON object.");
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/merge-patch+json"], typeof(TEditable)));

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
