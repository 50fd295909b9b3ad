using Concord.Contracts.Access;
using Concord.Platform.Mesh;
using Concord.Platform.Security;

namespace Concord.Identity.News;

/// <summary>What the other services ask: which tokens are good no more.</summary>
internal static class NewsApi
{
    public static void MapNews(this IEndpointRouteBuilder root) =>
        root.MapGet(AccessNews.Path, async (string? version, NewsBoard board, CancellationToken cancellationToken) =>
                await board.FindOtherThanAsync(version, cancellationToken) is { } list ? Results.Json(list) : Results.StatusCode(StatusCodes.Status304NotModified))
            .ExcludeFromDescription().DisableHttpMetrics().AskedBy(AskedByAttribute.EveryService).OpenToAll("Asked by the services inside the platform, again and again; names accounts by their numbers only. The gateway does not lead here.");
}
