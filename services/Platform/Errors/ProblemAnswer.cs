using System.Diagnostics;
using System.Text.Json;
using Concord.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace Concord.Platform.Errors;

/// <summary>RFC 9457 problem details as every Concord address answers them.</summary>
public sealed record Problem
{
    /// <summary>Identifies the kind of problem; <c>urn:concord:{service}:{reason}</c>.</summary>
    public required string Type { get; init; }
    public required string Title { get; init; }
    public required int Status { get; init; }
    public required string Detail { get; init; }

    /// <summary>The path that was asked for.</summary>
    public required string Instance { get; init; }

    /// <summary>W3C trace id; quote it when you ask for help.</summary>
    public required string TraceId { get; init; }

    /// <summary>Machine-readable reason, catalogued in docs/reasons.md.</summary>
    public required string Reason { get; init; }

    /// <summary>The rule of the rule book that was enforced.</summary>
    public string? Rule { get; init; }

    /// <summary>Per field, by JSON path: what is wrong with it.</summary>
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Further facts a caller may branch on, such as the current holder.</summary>
    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>The only place where a refusal becomes an HTTP answer; the gateway and every service use it.</summary>
public static class ProblemAnswer
{
    /// <summary>Seconds a caller waits before it retries an unavailable service.</summary>
    public const int RetryAfterSeconds = 2;

    /// <summary>What a status says that carries no reason of its own, such as 405 from routing.</summary>
    public static IReadOnlyDictionary<int, (string Reason, string Title, string Detail)> OfStatus { get; } = new Dictionary<int, (string, string, string)>
    {
        [StatusCodes.Status400BadRequest] = ("BAD_REQUEST", "The request cannot be read.", "The request cannot be read."),
        [StatusCodes.Status401Unauthorized] = ("UNAUTHENTICATED", PlatformReasons.Unauthenticated.Title, "This address needs a signed-in caller."),
        [StatusCodes.Status403Forbidden] = ("PERMISSION_DENIED", PlatformReasons.PermissionDenied.Title, "Your roles do not include this permission."),
        [StatusCodes.Status404NotFound] = ("ROUTE_NOT_FOUND", PlatformReasons.RouteNotFound.Title, "Nothing is served at this address."),
        [StatusCodes.Status405MethodNotAllowed] = ("METHOD_NOT_ALLOWED", "The address exists, but not for this method.", "This method is not served here; see the Allow header."),
        [StatusCodes.Status413PayloadTooLarge] = ("BODY_TOO_LARGE", PlatformReasons.BodyTooLarge.Title, "The body is larger than this service accepts."),
        [StatusCodes.Status415UnsupportedMediaType] = ("UNSUPPORTED_MEDIA_TYPE", "The body is not of a type this address reads.", "Send application/json, or application/merge-patch+json to PATCH, in UTF-8."),
        [StatusCodes.Status429TooManyRequests] = ("TOO_MANY_REQUESTS", "Too many requests; wait and retry.", "Too many requests; wait and retry."),
        [StatusCodes.Status500InternalServerError] = ("INTERNAL", "Something went wrong on our side.", "Something went wrong on our side. Quote the traceId when you ask for help."),
        [StatusCodes.Status502BadGateway] = Away,
        [StatusCodes.Status503ServiceUnavailable] = Away,
        [StatusCodes.Status504GatewayTimeout] = Away,
    };

    private static (string, string, string) Away =>
        ("SERVICE_UNAVAILABLE", "The service does not answer; retry shortly.", "The service does not answer; retry shortly. Nothing tells whether it acted: retry with the same Idempotency-Key.");

    /// <summary>Whole seconds, at least one.</summary>
    public static string Seconds(TimeSpan wait) => Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static Task WriteAsync(HttpContext context, string service, DomainException refusal)
    {
        if (refusal.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Seconds(wait);
        }

        return WriteAsync(context, new Problem
        {
            Type = $"urn:concord:{refusal.Domain ?? service}:{refusal.Reason.Code}",
            Title = refusal.Reason.Title,
            Status = refusal.Reason.HttpStatus,
            Detail = refusal.Message,
            Instance = context.Request.Path,
            TraceId = TraceIdOf(context),
            Reason = refusal.Reason.Code,
            Rule = refusal.Reason.Rule,
            Errors = refusal.Errors.Count == 0 ? null : refusal.Errors.GroupBy(e => e.Field).ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToArray()),
            Metadata = refusal.Metadata.Count == 0 ? null : refusal.Metadata.ToDictionary(m => m.Key, m => m.Value),
        });
    }

    /// <summary>A status that carries no reason of its own, such as 405 from routing.</summary>
    /// <param name="context">Of the request.</param>
    /// <param name="service">Who answers.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="detail">What to say of this address; null for what is said of every one.</param>
    public static Task WriteStatusAsync(HttpContext context, string service, int status, string? detail = null)
    {
        var (reason, title, usual) = OfStatus.GetValueOrDefault(status, OfStatus[StatusCodes.Status500InternalServerError]);
        return WriteAsync(context, new Problem
        {
            Type = $"urn:concord:{service}:{reason}",
            Title = title,
            Status = status,
            Detail = detail ?? usual,
            Instance = context.Request.Path,
            TraceId = TraceIdOf(context),
            Reason = reason,
        });
    }

    private static async Task WriteAsync(HttpContext context, Problem problem)
    {
        context.Response.StatusCode = problem.Status;
        context.Response.Headers.CacheControl = "no-store";
        if (problem.Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        context.Response.ContentType = "application/problem+json";
        await JsonSerializer.SerializeAsync(context.Response.Body, problem, ConcordJson.Options, context.RequestAborted);
    }

    private static string TraceIdOf(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
