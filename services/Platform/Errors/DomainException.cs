namespace Concord.Platform.Errors;

/// <summary>The one exception for "no". Carries what a caller may branch on; the detail is for people and safe to show.</summary>
public sealed class DomainException : Exception
{
    public DomainException(Reason reason, string detail, IReadOnlyList<FieldError>? errors = null, params (string Key, string Value)[] metadata)
        : base(detail)
    {
        Reason = reason;
        Errors = errors ?? [];
        Metadata = metadata;
    }

    public Reason Reason { get; }
    public IReadOnlyList<FieldError> Errors { get; }
    public IReadOnlyList<(string Key, string Value)> Metadata { get; }

    /// <summary>How long to wait before another try can succeed; null where time changes nothing.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The service that refused, where the refusal came from another service; null for this one.</summary>
    public string? Domain { get; init; }
}

/// <summary>One field that is wrong, by its JSON path in the request.</summary>
public sealed record FieldError(string Field, string Message);

/// <summary>Short ways to say no.</summary>
public static class Fail
{
    public static DomainException Because(Reason reason, string detail, params (string Key, string Value)[] metadata) => new(reason, detail, null, metadata);

    /// <summary>The same answer whether the thing does not exist or the caller may not see it.</summary>
    public static DomainException NotFound(string resource) =>
        new(PlatformReasons.ResourceNotFound, $"{resource} does not exist.", null, ("resource", resource));

    public static DomainException Invalid(string field, string message) =>
        new(PlatformReasons.InvalidField, $"{field}: {message}", [new(field, message)]);
}
