using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Concord.Platform.Errors;

/// <summary>What kind of "no" it is; decides the HTTP status and the gRPC status together.</summary>
public enum Refusal
{
    /// <summary>Never valid, whatever the state: 400, INVALID_ARGUMENT.</summary>
    Invalid,

    /// <summary>No or no valid token: 401, UNAUTHENTICATED.</summary>
    Unauthenticated,

    /// <summary>Known caller without the permission: 403, PERMISSION_DENIED.</summary>
    Forbidden,

    /// <summary>Does not exist, or not for this caller: 404, NOT_FOUND.</summary>
    NotFound,

    /// <summary>Not in this state, perhaps later: 409, FAILED_PRECONDITION.</summary>
    Conflict,

    /// <summary>Changed since it was read: 412, ABORTED.</summary>
    Stale,

    /// <summary>Larger than the service accepts: 413, RESOURCE_EXHAUSTED.</summary>
    TooLarge,

    /// <summary>More than one caller may ask for in that time: 429, RESOURCE_EXHAUSTED.</summary>
    TooMany,

    /// <summary>Well-formed, but at odds with something already recorded: 422, INVALID_ARGUMENT.</summary>
    Unprocessable,

    /// <summary>A header that makes the change safe is missing: 428, FAILED_PRECONDITION.</summary>
    PreconditionRequired,

    /// <summary>Try again shortly: 503, UNAVAILABLE.</summary>
    Unavailable,
}

/// <summary>A machine-readable reason for a refusal. Part of the public surface: listed, never renamed.</summary>
/// <param name="Code">UPPER_SNAKE, unique in its service.</param>
/// <param name="Kind">Decides the status.</param>
/// <param name="Title">One short sentence, the same for every occurrence.</param>
/// <param name="Rule">The rule of the rule book it enforces, such as R28; null where none does.</param>
public sealed record Reason(string Code, Refusal Kind, string Title, string? Rule = null)
{
    public int HttpStatus => Kind switch
    {
        Refusal.Invalid => StatusCodes.Status400BadRequest,
        Refusal.Unauthenticated => StatusCodes.Status401Unauthorized,
        Refusal.Forbidden => StatusCodes.Status403Forbidden,
        Refusal.NotFound => StatusCodes.Status404NotFound,
        Refusal.Conflict => StatusCodes.Status409Conflict,
        Refusal.Stale => StatusCodes.Status412PreconditionFailed,
        Refusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
        Refusal.TooMany => StatusCodes.Status429TooManyRequests,
        Refusal.Unprocessable => StatusCodes.Status422UnprocessableEntity,
        Refusal.PreconditionRequired => StatusCodes.Status428PreconditionRequired,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    public StatusCode GrpcStatus => Kind switch
    {
        Refusal.Invalid or Refusal.Unprocessable => StatusCode.InvalidArgument,
        Refusal.Unauthenticated => StatusCode.Unauthenticated,
        Refusal.Forbidden => StatusCode.PermissionDenied,
        Refusal.NotFound => StatusCode.NotFound,
        Refusal.Conflict or Refusal.PreconditionRequired => StatusCode.FailedPrecondition,
        Refusal.Stale => StatusCode.Aborted,
        Refusal.TooLarge or Refusal.TooMany => StatusCode.ResourceExhausted,
        _ => StatusCode.Unavailable,
    };
}
