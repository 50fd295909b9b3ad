using Concord.Platform.Audit;
using Concord.Platform.Persistence;
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
                DomainException own => GrpcRefusal.Of(own, service).ToRpcException(),
                DbUpdateConcurrencyException => GrpcRefusal.Of(Fail.Because(PlatformReasons.ConcurrentChange, "Someone else changed it at the same moment. Read it again and retry."), service).ToRpcException(),
                _ when StoreTrouble.AsRefusal(e) is { } trouble => GrpcRefusal.Of(Logged(e, trouble), service).ToRpcException(),
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

    [LoggerMessage(LogLevel.Warning, "The store cannot serve: {Reason}.")]
    private partial void LogStoreTrouble(Exception e, string reason);
}
