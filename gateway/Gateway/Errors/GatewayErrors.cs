using System.Globalization;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Portal.Api;
using Concord.Portal.Frame;
using Google.Protobuf;
using Grpc.Core;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Concord.Gateway.Errors;

/// <summary>Whatever fails at the gateway itself leaves as a problem, as a page for a person, or as a gRPC status; what a service answers passes unchanged.</summary>
internal sealed partial class GatewayErrors(RequestDelegate next, ILogger<GatewayErrors> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // Cannot be forwarded; the attempt would count as a failure of the replica.
        if (HttpMethods.IsConnect(context.Request.Method))
        {
            await AnswerAsync(context, StatusCodes.Status405MethodNotAllowed);
            return;
        }

        var large = context.Request.ContentLength > Listening.MaxBodyBytes;
        if (large && !LargeForm.Is(context.Request))
        {
            await AnswerAsync(context, StatusCodes.Status413PayloadTooLarge);
            return;
        }

        try
        {
            if (large)
            {
                await LargeForm.TurnAsync(context);
            }

            await next(context);
            if (!context.Response.HasStarted && OwnFailure(context) is { } status)
            {
                await AnswerAsync(context, status);
            }
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            if (e is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
            {
                return; // the caller has gone; nobody reads an answer
            }

            context.Response.Clear();
            switch (e)
            {
                case ProblemException { Problem.Status: StatusCodes.Status401Unauthorized } when HttpMethods.IsGet(context.Request.Method):
                    context.Response.Redirect($"/signin?returnUrl={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}"); // the session ended between two requests of one page
                    break;
                case ProblemException { Problem: var problem }: await ProblemPage.ShowAsync(context, problem); break;
                case DomainException refusal when IsGrpc(context.Request): AnswerGrpc(context, refusal); break;
                case DomainException refusal when ProblemPage.IsFor(context.Request): await ProblemPage.ShowAsync(context, refusal.Reason.HttpStatus, retryAfter: refusal.RetryAfter); break;
                case DomainException refusal: await ProblemAnswer.WriteAsync(context, GatewayHost.Name, refusal); break;
                case BadHttpRequestException bad: await AnswerAsync(context, bad.StatusCode); break;
                default:
                    LogSurprise(e, context.Request.Method, context.GetEndpoint()?.DisplayName ?? "unknown route");
                    await AnswerAsync(context, StatusCodes.Status500InternalServerError);
                    break;
            }
        }
    }

    private static int? OwnFailure(HttpContext context)
    {
        if (context.GetForwarderErrorFeature() is { } failure)
        {
            return failure.Error switch
            {
                _ when BodyTooLarge(failure.Exception) => StatusCodes.Status413PayloadTooLarge,
                ForwarderError.RequestTimedOut => StatusCodes.Status504GatewayTimeout,
                ForwarderError.RequestBodyClient => StatusCodes.Status400BadRequest,
                _ => StatusCodes.Status503ServiceUnavailable, // the back end is down, or broke off before it answered
            };
        }

        var response = context.Response;
        if (context.Features.Get<IReverseProxyFeature>() is not null)
        {
            return null;
        }

        return response is { StatusCode: >= 400, ContentLength: null, ContentType: null } ? response.StatusCode : null;
    }

    private static bool BodyTooLarge(Exception? e) => e switch
    {
        null => false,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => true,
        AggregateException many => many.InnerExceptions.Any(BodyTooLarge),
        _ => BodyTooLarge(e.InnerException),
    };

    private static Task AnswerAsync(HttpContext context, int status)
    {
        if (!IsGrpc(context.Request))
        {
            return ProblemPage.IsFor(context.Request) ? ProblemPage.ShowAsync(context, status) : ProblemAnswer.WriteStatusAsync(context, GatewayHost.Name, status);
        }

        // A call that ends before it began: one block of headers with the status in it.
        var code = status switch
        {
            StatusCodes.Status404NotFound => StatusCode.Unimplemented,
            StatusCodes.Status413PayloadTooLarge => StatusCode.ResourceExhausted,
            StatusCodes.Status504GatewayTimeout => StatusCode.DeadlineExceeded,
            StatusCodes.Status503ServiceUnavailable => StatusCode.Unavailable,
            _ => StatusCode.Internal,
        };
        End(context, code, code.ToString());
        return Task.CompletedTask;
    }

    private static bool IsGrpc(HttpRequest request) => request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true;

    private static void AnswerGrpc(HttpContext context, DomainException refusal)
    {
        End(context, refusal.Reason.GrpcStatus, refusal.Reason.Title);
        context.Response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(GrpcRefusal.Of(refusal, GatewayHost.Name).ToByteArray());
    }

    private static void End(HttpContext context, StatusCode code, string message)
    {
        context.Response.Clear();
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "application/grpc";
        context.Response.Headers.GrpcStatus = ((int)code).ToString(CultureInfo.InvariantCulture);
        context.Response.Headers.GrpcMessage = message;
    }

    [LoggerMessage(LogLevel.Error, "Unexpected error in {Method} {Endpoint}.")]
    private partial void LogSurprise(Exception e, string method, string endpoint);
}
