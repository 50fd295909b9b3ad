using System.Text.Json.Serialization;

namespace Concord.Portal.Api;

/// <summary>What the API answers where it refuses (RFC 9457); errors name fields by their path in the request: <c>candidates[0].advantages</c>.</summary>
public sealed record Problem(int Status, string? Detail, string? Reason, string? TraceId, IReadOnlyDictionary<string, string[]>? Errors)
{
    /// <summary>When to ask again; null where that was not said.</summary>
    [JsonIgnore]
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The service does not answer; whether it did what was asked, nobody knows.</summary>
    public static Problem Away { get; } = new(503, null, "DEPENDENCY_UNAVAILABLE", null, null);

    public static Problem Forbidden { get; } = new(403, null, "PERMISSION_DENIED", null, null);

    public bool IsAway => Status >= 500;

    public static Problem Unreadable(int status) => new(status, null, null, null, null);

    /// <summary>What is wrong with one field; null where nothing is.</summary>
    public IReadOnlyList<string>? Of(string field) => Errors is not null && Errors.TryGetValue(field, out var texts) ? texts : null;

    /// <summary>The same for a form whose fields are those of a part of the request.</summary>
    public Problem Inside(string part) => Errors is null ? this : this with { Errors = Errors.ToDictionary(e => e.Key.StartsWith(part, StringComparison.Ordinal) ? e.Key[part.Length..] : e.Key, e => e.Value) };
}

/// <summary>The API refused, where a page has nothing of its own to say about it.</summary>
public sealed class ProblemException(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem { get; } = problem;
}
