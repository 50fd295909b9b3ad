using Concord.Platform.Http;

namespace Concord.Gateway.Status;

/// <summary>For hosts and for people who look after the platform; says nothing that a caller could use against it.</summary>
internal static class HealthApi
{
    private sealed record ServiceAnswer(string Name, string State);

    private sealed record StatusAnswer(bool Ready, IReadOnlyList<ServiceAnswer> Services);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).DisableHttpMetrics().DisableRateLimiting();
        routes.MapGet("/health/ready", Ready).DisableHttpMetrics().DisableRateLimiting();
        routes.MapGet("/status.json", StatusAsync);
    }

    private static IResult Ready(Readiness readiness)
    {
        readiness.Check();
        return Results.Text("ready");
    }

    private static async Task<IResult> StatusAsync(HttpContext http, PlatformStatus status, CancellationToken cancellationToken)
    {
        var states = await status.AskAsync(cancellationToken);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new StatusAnswer(states.All(s => s.Ready), [.. states.Select(s => new ServiceAnswer(s.Name, s.Ready ? "UP" : "DOWN"))]), ConcordJson.Options);
    }
}
