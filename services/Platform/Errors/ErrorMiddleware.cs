using System.Text.Json;
using System.Text.RegularExpressions;
using Concord.Platform.Audit;
using Concord.Platform.Grpc;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Concord.Platform.Errors;

/// <summary>Turns every refusal, framework error and surprise on the REST side into one shape of answer.</summary>
internal sealed partial class ErrorMiddleware(RequestDelegate next, string service, ILogger<ErrorMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            if (HasForeignCharset(context.Request))
            {
                await WriteStatusAsync(context, StatusCodes.Status415UnsupportedMediaType);
                return;
            }

            if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
            {
                throw Fail.Invalid("query", "Control characters are not allowed."); // PostgreSQL cannot even compare with it
            }

            await next(context);
            if (context.Response.StatusCode == StatusCodes.Status403Forbidden)
            {
                await RefusalRecording.RecordAsync(context, PlatformReasons.PermissionDenied, logger);
            }

            if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status403Forbidden, ContentLength: null, ContentType: null } && MissingScope(context) is { } scope)
            {
                await ProblemAnswer.WriteAsync(context, service, Fail.Because(PlatformReasons.PermissionDenied, $"The token does not ask for the scope {scope}."));
            }

            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            {
                var isUnread = context.Response.StatusCode == StatusCodes.Status400BadRequest;
                if (isUnread && await WritesMethodsAsync(context))
                {
                    return;
                }

                if (isUnread && UnreadParameter.In(context) is { } parameter)
                {
                    throw ParameterRefusal.Of(parameter);
                }

                await WriteStatusAsync(context, context.Response.StatusCode);
            }
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.IsRpc())
        {
            if (e is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
            {
                return; // the caller has gone; nobody reads an answer
            }

            context.Response.Clear();
            if (e is BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType })
            {
                await WriteStatusAsync(context, StatusCodes.Status415UnsupportedMediaType);
            }
            else if (e is BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } && await WritesMethodsAsync(context))
            {
                return;
            }
            else if (AsRefusal(e, context) is { } refusal)
            {
                if (refusal.Reason.Kind == Refusal.Unavailable && e is not DomainException)
                {
                    LogStoreTrouble(e, refusal.Reason.Code);
                }
                else
                {
                    LogRefusal(refusal.Reason.Code, context.Request.Method, Endpoint(context));
                    await RefusalRecording.RecordAsync(context, refusal.Reason, logger);
                }

                await ProblemAnswer.WriteAsync(context, service, refusal);
            }
            else
            {
                LogSurprise(e, context.Request.Method, Endpoint(context));
                await ProblemAnswer.WriteStatusAsync(context, service, StatusCodes.Status500InternalServerError);
            }
        }
    }

    private async Task<bool> WritesMethodsAsync(HttpContext context)
    {
        if (VerbAddress.MethodsAt(context) is not { Count: > 0 } methods)
        {
            return false;
        }

        context.Response.Headers.Allow = string.Join(", ", methods);
        await WriteStatusAsync(context, StatusCodes.Status405MethodNotAllowed);
        return true;
    }

    private Task WriteStatusAsync(HttpContext context, int status) =>
        ProblemAnswer.WriteStatusAsync(context, service, status, status == StatusCodes.Status415UnsupportedMediaType ? AcceptedTypes.Told(context) : null);

    // A machine may hold the role and not have asked for it: nobody should look for the fault among the roles.
    private static string? MissingScope(HttpContext context) =>
        Caller.From(context.User) is { IsPerson: false } machine && context.GetEndpoint()?.Metadata.GetMetadata<NeedsAttribute>()?.Permission is { } needed && !machine.Scopes.Contains(needed) ? needed : null;

    private static string Endpoint(HttpContext context) => context.GetEndpoint()?.DisplayName ?? "unknown route";

    private static DomainException? AsRefusal(Exception e, HttpContext context) => e switch
    {
        DomainException refusal => refusal,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Fail.Because(PlatformReasons.BodyTooLarge, "The body is larger than this service accepts."),
        BadHttpRequestException { InnerException: JsonException json } => JsonRefusal.From(json),
        BadHttpRequestException bad => ParameterRefusal.From(bad),
        DbUpdateConcurrencyException => context.Request.Headers.IfMatch.Count > 0
            ? Fail.Because(PlatformReasons.EtagMismatch, "It changed since you read it. Read it again and retry.")
            : Fail.Because(PlatformReasons.ConcurrentChange, "Someone else changed it at the same moment. Read it again and retry."),
        _ => StoreTrouble.AsRefusal(e),
    };

    // Everything here is UTF-8; the framework would answer another charset, and one in quotes, with an error of its own.
    private static bool HasForeignCharset(HttpRequest request) =>
        request.ContentType is { } type && MediaTypeHeaderValue.TryParse(type, out var parsed)
        && parsed.Charset.HasValue && !parsed.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    // The reason and never the detail, which may repeat what was sent.
    [LoggerMessage(LogLevel.Information, "Refused with {Reason}: {Method} {Endpoint}.")]
    private partial void LogRefusal(string reason, string method, string endpoint);

    [LoggerMessage(LogLevel.Error, "Unexpected error in {Method} {Endpoint}.")]
    private partial void LogSurprise(Exception e, string method, string endpoint);

    [LoggerMessage(LogLevel.Warning, "The store cannot serve: {Reason}.")]
    private partial void LogStoreTrouble(Exception e, string reason);
}

/// <summary>Names the parameter that could not be read, without the type names of our code.</summary>
internal static partial class ParameterRefusal
{
    public static DomainException From(BadHttpRequestException e) => NameIn().Match(e.Message) is { Success: true } match
        ? Of(JsonNamingPolicy.CamelCase.ConvertName(match.Groups["name"].Value))
        : Fail.Because(PlatformReasons.MalformedBody, "The request cannot be read; a body may be missing.");

    public static DomainException Of(string name) => Fail.Invalid(name, "Missing or not of the expected form.");

    [GeneratedRegex("parameter \"[^\" ]+ (?<name>[^\" ]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex NameIn();
}

/// <summary>Names the field of a body that could not be read, without echoing what was sent.</summary>
internal static class JsonRefusal
{
    public static DomainException From(JsonException e)
    {
        if (e.InnerException is JsonException)
        {
            return new DomainException(PlatformReasons.MalformedBody, "The body is not valid JSON.");
        }

        var path = e.Path is null or "$" ? "body" : e.Path.TrimStart('$', '.');
        if (e.Message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
        {
            return Fail.Invalid(path, "No such field, or one that only the service sets.");
        }

        return path == "body"
            ? new DomainException(PlatformReasons.MalformedBody, "The body is not valid JSON of the expected form.")
            : Fail.Invalid(path, "Not of the expected form.");
    }
}
