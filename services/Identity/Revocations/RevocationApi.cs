using Concord.Contracts.Access;
using Concord.Platform.Security;

namespace Concord.Identity.Revocations;

/// <summary>What the other services ask: which tokens are good no more.</summary>
internal static class RevocationApi
{
    public static void MapRevocations(this IEndpointRouteBuilder root) =>
        root.MapGet(RevokedTokens.Path, async (string? version, RevocationBoard board, CancellationToken cancellationToken) =>
                await board.FindOtherThanAsync(version, cancellationToken) is { } list ? Results.Json(list) : Results.StatusCode(StatusCodes.Status304NotModified))
            .ExcludeFromDescription().DisableHttpMetrics().OpenToAll("Asked by the services inside the platform, again and again; names accounts by their numbers only. The gateway does not lead here.");
}
