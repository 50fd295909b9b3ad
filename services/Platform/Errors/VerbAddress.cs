using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Errors;

/// <summary>
/// An address with a verb, such as <c>/savedSearches/{id}:run</c>, asked for by a method for which only the record itself is served. Routing takes the verb for a part of the id, and would say that the id
/// is none.
/// </summary>
internal static partial class VerbAddress
{
    /// <summary>The methods for which the address is served; none where it is not.</summary>
    public static IReadOnlyList<string> MethodsAt(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var verb = path.LastIndexOf(':');
        if (verb <= path.LastIndexOf('/') || context.GetEndpoint() is not RouteEndpoint { RoutePattern.RawText: { } asked })
        {
            return [];
        }

        var wanted = ShapeOf(asked) + path[verb..];
        return
        [
            .. context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText is { } text && ShapeOf(text) == wanted)
                .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Distinct().Order(StringComparer.Ordinal),
        ];
    }

    // Whatever the parameters are called.
    private static string ShapeOf(string pattern) => Parameter().Replace(pattern, "{}");

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Parameter();
}
