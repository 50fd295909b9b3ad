using System.Security.Cryptography;
using System.Text.Json;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Concord.Platform.Http;

/// <summary>Marks a POST that acts on what was read and on nothing newer: it asks for If-Match, as every PATCH does.</summary>
public sealed record OnWhatWasRead;

/// <summary>Strong entity tags made of the version of a record (R143).</summary>
public static class ETag
{
    public static string Of(IVersioned record) => $"\"{record.Version}\"";

    /// <summary>Of what is answered, for whoever is not shown all of the record: it changes with what the reader sees, and is no tag to change the record by.</summary>
    public static string OfContent<T>(T answer) => $"\"{Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(answer, ConcordJson.Options)).AsSpan(0, 16))}\"";

    /// <summary>Says in the document that the operation asks for If-Match; its handler refuses without (<see cref="RequireRead"/>).</summary>
    public static TBuilder OnWhatWasRead<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(b => b.Metadata.Add(new OnWhatWasRead()));
        return endpoint;
    }

    /// <summary>Refuses with 412 where the caller read another version, and with 428 where it sent none.</summary>
    public static void RequireMatch(this HttpRequest request, IVersioned record)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            throw Fail.Because(PlatformReasons.EtagRequired, "This change needs If-Match with the ETag you read.");
        }

        request.CheckMatch(record);
    }

    /// <summary>The same, where <c>*</c> is no answer either: whoever decides on a record says which version of it was read.</summary>
    public static void RequireRead(this HttpRequest request, IVersioned record)
    {
        if (request.Headers.IfMatch.Any(tag => tag?.Trim() == "*"))
        {
            throw Fail.Because(PlatformReasons.EtagRequired, "This act needs If-Match with the ETag you read; * names none.");
        }

        request.RequireMatch(record);
    }

    /// <summary>Refuses with 412 where the caller sent If-Match and read another version; without the header it passes.</summary>
    public static void CheckMatch(this HttpRequest request, IVersioned record)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            return;
        }

        var current = Of(record);
        var sent = request.Headers.IfMatch.SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries));
        if (!sent.Any(tag => tag == current || tag == "*"))
        {
            throw Fail.Because(PlatformReasons.EtagMismatch, "It changed since you read it. Read it again and retry.", ("etag", current));
        }
    }

    /// <summary>Sends the tag of the record that is answered.</summary>
    public static T Tagged<T>(this HttpResponse response, IVersioned record, T answer)
    {
        response.Headers.ETag = Of(record);
        return answer;
    }
}
