using Concord.Platform.Audit;
using Concord.Platform.Persistence;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Errors;

/// <summary>The only place where a refusal becomes a gRPC status with details (AIP-193).</summary>
internal sealed partial class GrpcErrorInterceptor(string service, ILogger<GrpcErrorInterceptor> logger) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            var answer = await continuation(request, context);
            await ReadRecording.RecordAsync(context.GetHttpContext());
            Measure(context, StatusCode.OK);
            return answer;
        }
        catch (Exception e)
        {
            var refusal = e switch
            {
                DomainException own => ToStatus(own).ToRpcException(),
                DbUpdateConcurrencyException => ToStatus(Fail.Because(PlatformReasons.ConcurrentChange, "Someone else changed it at the same moment. Read it again and retry.")).ToRpcException(),
                _ when StoreTrouble.AsRefusal(e) is { } trouble => ToStatus(Logged(e, trouble)).ToRpcException(),
                _ => e as RpcException,
            };
            Measure(context, refusal?.StatusCode ?? StatusCode.Unknown);
            if (e is DomainException refused)
            {
                await RefusalRecording.RecordAsync(context.GetHttpContext(), refused.Reason, logger);
            }

            if (refusal is null || refusal == e)
            {
                throw;
            }

            throw refusal;
        }
    }

    private DomainException Logged(Exception e, DomainException trouble)
    {
        LogStoreTrouble(e, trouble.Reason.Code);
        return trouble;
    }

    // The HTTP status of a call is 200 also where it was refused.
    private static void Measure(ServerCallContext context, StatusCode status) =>
        context.GetHttpContext().Features.Get<IHttpMetricsTagsFeature>()?.Tags.Add(new("rpc.grpc.status_code", (int)status));

    private Google.Rpc.Status ToStatus(DomainException refusal)
    {
        var info = new ErrorInfo { Domain = refusal.Domain ?? service, Reason = refusal.Reason.Code };
        foreach (var (key, value) in refusal.Metadata)
        {
            info.Metadata[key] = value;
        }

        if (refusal.Reason.Rule is { } rule)
        {
            info.Metadata["rule"] = rule;
        }

        var status = new Google.Rpc.Status { Code = (int)refusal.Reason.GrpcStatus, Message = refusal.Message, Details = { Any.Pack(info) } };
        if (refusal.Errors.Count > 0)
        {
            status.Details.Add(Any.Pack(new BadRequest
            {
                FieldViolations = { refusal.Errors.Select(e => new BadRequest.Types.FieldViolation { Field = e.Field, Description = e.Message }) },
            }));
        }

        return status;
    }

    [LoggerMessage(LogLevel.Warning, "The store cannot serve: {Reason}.")]
    private partial void LogStoreTrouble(Exception e, string reason);
}
