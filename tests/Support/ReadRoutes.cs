using Concord.Platform.Idempotency;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Support;

/// <summary>An operation that reads.</summary>
/// <param name="Pattern">Below <c>/api/v1</c>, such as <c>processes/{process}/claims</c>.</param>
/// <param name="Permission">What it needs.</param>
/// <param name="IsPost">Asked by POST.</param>
public sealed record ReadRoute(string Pattern, string Permission, bool IsPost)
{
    private const string Prefix = "/api/v1/";

    /// <summary>Whether it is about one record, and not a list of them.</summary>
    public bool IsOfRecord => Pattern.IndexOf('{', StringComparison.Ordinal) is > 0 and var first && Pattern[..first].Count(c => c == '/') == 1;

    /// <summary>Every operation of a collection that reads, as the service has mapped them: a new one is in it the day it is added.</summary>
    public static IReadOnlyList<ReadRoute> Of(TestService service, string collection) =>
    [
        .. service.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText?.StartsWith(Prefix + collection, StringComparison.Ordinal) == true)
            .Select(e => (e.RoutePattern.RawText, Method: e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods[0], Reads: e.Metadata.GetMetadata<ReadsOnly>() is not null, Needs: e.Metadata.GetMetadata<NeedsAttribute>()!.Permission))
            .Where(e => e.Method == "GET" || e.Reads)
            .Select(e => new ReadRoute(e.RawText![Prefix.Length..].TrimEnd('/'), e.Needs, e.Method == "POST")),
    ];

    /// <summary>The address with each part in its place; a part that the test does not know fails it.</summary>
    public string With(IReadOnlyDictionary<string, string> parts) =>
        Prefix + string.Join('/', Pattern.Split('/').Select(segment => segment.IndexOf('{', StringComparison.Ordinal) is >= 0 and var begin
            ? segment[..begin] + parts[segment[(begin + 1)..segment.IndexOf('}', StringComparison.Ordinal)]] + segment[(segment.IndexOf('}', StringComparison.Ordinal) + 1)..]
            : segment));
}
