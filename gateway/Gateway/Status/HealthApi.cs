using Concord.Platform.Errors;
using Concord.Platform.Http;

namespace Concord.Gateway.Status;

/// <summary>For hosts and for people who look after the platform; says nothing that a caller could use against it.</summary>
internal static class HealthApi
{
    private sealed record ServiceAnswer(string Name, string State);

    private sealed record StatusAnswer(bool Ready, IReadOnlyList<ServiceAnswer> Services);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live"));
        routes.MapGet("/health/ready", ReadyAsync);
        routes.MapGet("/status.json", StatusAsync);
    }

    private static async Task<IResult> ReadyAsync(PlatformStatus status, CancellationToken cancellationToken)
    {
        var down = (await status.AskAsync(cancellationToken)).Where(s => !s.Ready).Select(s => s.Name).ToList();
        return down.Count == 0
            ? Results.Text("ready")
            : throw Fail.Because(PlatformReasons.DependencyUnavailable, "Not every service is ready.", ("services", string.Join(", ", down)));
    }

    private static async Task<IResult> StatusAsync(HttpContext http, PlatformStatus status, CancellationToken cancellationToken)
    {
        var states = await status.AskAsync(cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new StatusAnswer(states.All(s => s.Ready), [.. states.Select(s => new ServiceAnswer(s.Name, s.Ready ? "UP" : "DOWN"))]), ConcordJson.Options);
    }
}
