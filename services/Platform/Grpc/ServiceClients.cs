using System.Net;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Google.Rpc;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Net.Http.Headers;

namespace Concord.Platform.Grpc;

/// <summary>Questions to other services: the caller's own token travels with them, an answer comes soon or not at all.</summary>
public static class ServiceClients
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <param name="builder">The asking service.</param>
    /// <param name="service">The service asked; its address is <c>Services:{service}:Grpc</c>.</param>
    public static IHostApplicationBuilder AddServiceClient<TClient>(this IHostApplicationBuilder builder, string service) where TClient : ClientBase
    {
        builder.Services.NeedsSetting(ServiceAddresses.Grpc.For(service)).AddTransient<CallerTokenHandler>();
        builder.Services.TryAddSingleton<ResolverFactory>(p => new StaticResolverFactory(name => Replicas(name.AbsolutePath.Trim('/'), p)));
        builder.Services.AddGrpcClient<TClient>((p, o) => o.Address = AddressOf(service, p))
            .ConfigurePrimaryHttpMessageHandler(p => ReplicaHandler.Socket(p.GetRequiredService<MeshMember>().Towards(service)))
            .ConfigureChannel((p, channel) =>
            {
                channel.Credentials = p.GetRequiredService<MeshMember>().IsOn ? ChannelCredentials.SecureSsl : ChannelCredentials.Insecure;
                channel.ServiceConfig = InTurnAndAgain;
            })
            .AddHttpMessageHandler<CallerTokenHandler>()
            .AddInterceptor(() => new AnswerInterceptor(service));
        return builder;
    }

    // A name that stands for several machines (dns:///roster-grpc:8081) is looked up by the client itself, again and again.
    private static Uri AddressOf(string service, IServiceProvider services)
    {
        var addresses = ServiceAddresses.Grpc.For(service).RequiredIn(services.GetRequiredService<IConfiguration>());
        return addresses.StartsWith("dns:", StringComparison.Ordinal) ? new Uri(addresses) : new Uri($"static:///{service}");
    }

    private static IEnumerable<BalancerAddress> Replicas(string service, IServiceProvider services) =>
        ServiceAddresses.Of(ServiceAddresses.Grpc, service, services.GetRequiredService<IConfiguration>()).Select(a => new BalancerAddress(a.Host, a.Port));

    /// <summary>Replicas are asked in turn. An RPC here is a question and changes nothing: where a replica went away before it answered, the next one is asked.</summary>
    private static ServiceConfig InTurnAndAgain { get; } = new()
    {
        LoadBalancingConfigs = { new RoundRobinConfig() },
        MethodConfigs =
        {
            new MethodConfig
            {
                Names = { MethodName.Default },
                RetryPolicy = new RetryPolicy
                {
                    MaxAttempts = 5,
                    InitialBackoff = TimeSpan.FromMilliseconds(50),
                    MaxBackoff = TimeSpan.FromMilliseconds(500),
                    BackoffMultiplier = 2,
                    RetryableStatusCodes = { StatusCode.Unavailable },
                },
            },
        },
    };

    private sealed class CallerTokenHandler(IHttpContextAccessor accessor) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Version = HttpVersion.Version20;
            if (accessor.HttpContext?.Request.Headers.Authorization is { Count: > 0 } token)
            {
                request.Headers.TryAddWithoutValidation(HeaderNames.Authorization, token.ToString());
            }

            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Puts a deadline on each question, and turns the other service's refusal into ours, with its own domain and reason.</summary>
    private sealed class AnswerInterceptor(string service) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request, ClientInterceptorContext<TRequest, TResponse> context, AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            var options = context.Options.Deadline is null ? context.Options.WithDeadline(DateTime.UtcNow + Patience) : context.Options;
            var call = continuation(request, new ClientInterceptorContext<TRequest, TResponse>(context.Method, context.Host, options));
            return new AsyncUnaryCall<TResponse>(AnswerAsync(call.ResponseAsync), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
        }

        private async Task<TResponse> AnswerAsync<TResponse>(Task<TResponse> answer)
        {
            try
            {
                return await answer;
            }
            catch (RpcException e) when (e.GetRpcStatus()?.GetDetail<ErrorInfo>() is { } info)
            {
                throw new DomainException(new Reason(info.Reason, KindOf(e.StatusCode), e.Status.Detail, info.Metadata.GetValueOrDefault("rule")), e.Status.Detail, null,
                    [.. info.Metadata.Where(m => m.Key != "rule").Select(m => (m.Key, m.Value))])
                { Domain = info.Domain };
            }
            // A service whose deadline ran out in the middle of its work says that it was cancelled, or not even that.
            catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Cancelled or StatusCode.Unknown)
            {
                throw Fail.Because(PlatformReasons.DependencyUnavailable, $"The {service} service does not answer. Nothing was changed; retry shortly.", ("service", service));
            }
            catch (RpcException e) when (e.StatusCode is StatusCode.PermissionDenied or StatusCode.Unauthenticated)
            {
                throw Fail.Because(PlatformReasons.PermissionDenied, $"The {service} service does not answer this question for you.", ("service", service));
            }
        }

        private static Refusal KindOf(StatusCode code) => code switch
        {
            StatusCode.InvalidArgument => Refusal.Unprocessable,
            StatusCode.Unauthenticated => Refusal.Unauthenticated,
            StatusCode.PermissionDenied => Refusal.Forbidden,
            StatusCode.NotFound => Refusal.NotFound,
            StatusCode.Unavailable => Refusal.Unavailable,
            _ => Refusal.Conflict,
        };
    }
}
