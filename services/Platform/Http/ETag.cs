using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Http;

namespace Concord.Platform.Http;

/// <summary>Strong entity tags made of the version of a record (R143).</summary>
public static class ETag
{
    public static string Of(IVersioned record) => $"\"{record.Version}\"";

    /// <summary>Refuses with 412 where the caller read another version, and with 428 where it sent none.</summary>
    public static void RequireMatch(this HttpRequest request, IVersioned record)
    {
        if (request.Headers.IfMatch.Count == 0)
        {
            throw Fail.Because(PlatformReasons.EtagRequired, "This change needs If-Match with the ETag you read.");
        }

        request.CheckMatch(record);
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
