using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Concord.Portal.Frame;

/// <summary>Lists keep their filter, order and page in the address, so that it can be sent to a colleague.</summary>
public static class Address
{
    /// <summary>The address of this page with some values changed; null takes one out.</summary>
    public static string With(this HttpRequest request, params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var query = request.Query.ToDictionary(q => q.Key, q => q.Value);
        foreach (var (key, value) in changes)
        {
            query.Remove(key);
            if (value is not null)
            {
                query[key] = value;
            }
        }

        return request.Path + new QueryBuilder(query.SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value ?? ""))).ToString();
    }

    /// <summary>A value of the query; null where it is missing or empty.</summary>
    public static string? Asked(this HttpRequest request, string key) => request.Query[key].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>The same where only some values mean anything; another counts as none.</summary>
    public static string? AskedAmong(this HttpRequest request, string key, IReadOnlyList<string> known) => request.Asked(key) is { } value && known.Contains(value) ? value : null;

    /// <summary>The last part of a resource name: the id that a page's address ends with.</summary>
    public static string Id(this string resource) => resource[(resource.LastIndexOf('/') + 1)..];
}
