using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Errors;

/// <summary>What a body may be at an address that reads no JSON, such as a table.</summary>
internal static class AcceptedTypes
{
    /// <returns>What to send; null where the address reads JSON, or nothing.</returns>
    // Whoever chose that no address takes the body keeps nothing of those which take another one.
    public static string? Told(HttpContext context)
    {
        var types = context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => Serves(e, context.Request))
            .SelectMany(e => e.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? [])
            .Distinct(StringComparer.Ordinal).ToList();
        return types.Count == 0 || types.Exists(t => t.EndsWith("json", StringComparison.Ordinal)) ? null : $"Send {string.Join(" or ", types)}; a charset, where one is named, is utf-8.";
    }

    private static bool Serves(RouteEndpoint endpoint, HttpRequest request) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(request.Method) == true
        && new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(request.Path, []);
}
