using Concord.Portal.Api;
using Concord.Portal.Components;
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

    /// <summary>The same where only some values mean anything.</summary>
    /// <exception cref="ProblemException">Another is asked for: a list without this filter is not what the address asks for.</exception>
    public static string? AskedAmong(this HttpRequest request, string key, IReadOnlyList<string> known) => request.Asked(key) is not { } value || known.Contains(value) ? request.Asked(key) : throw NoValue(key);

    /// <summary>The same where the value is a day.</summary>
    /// <exception cref="ProblemException">It is none.</exception>
    public static DateOnly? AskedDay(this HttpRequest request, string key) => request.Asked(key) is { } value ? Days.Of(value) ?? throw NoValue(key) : null;

    /// <summary>What an address asks for that cannot be; the page that tells it names the keys.</summary>
    public static ProblemException NoValue(params IEnumerable<string> keys) =>
        new(new Problem(StatusCodes.Status400BadRequest, null, "INVALID_FIELD", null, keys.ToDictionary(k => k, _ => (string[])["fault.noValue"])));

    /// <summary>The last part of a resource name: the id that a page's address ends with.</summary>
    public static string Id(this string resource) => resource[(resource.LastIndexOf('/') + 1)..];
}
