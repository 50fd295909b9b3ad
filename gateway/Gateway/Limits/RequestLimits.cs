using System.Threading.RateLimiting;
using Concord.Gateway.Errors;
using Concord.Platform.Errors;
using Concord.Portal;
using Microsoft.AspNetCore.RateLimiting;

namespace Concord.Gateway.Limits;

/// <summary>Refuses what one caller asks for beyond what is left for others. Each replica of the gateway counts for itself.</summary>
internal sealed class RequestLimits : IDisposable
{
    private static readonly string[] s_costlyVerbs = [":search", ":find", ":export", ":compose", ":import", ":readTable", ":poolFigures", ":poolTable"];
    private static readonly PathString[] s_costlyPages = ["/roster", "/roster/pool", "/search"];

    private readonly RequestDelegate _next;
    private readonly LimitMetrics _metrics;
    private readonly PartitionedRateLimiter<(RequestKind Kind, string Key)> _limiter;

    public RequestLimits(RequestDelegate next, LimitMetrics metrics, IConfiguration configuration)
    {
        (_next, _metrics) = (next, metrics);
        var buckets = Enum.GetValues<RequestKind>().ToDictionary(k => k, k => Allowance.BucketOf(k, configuration));

        // A bucket that is full again is forgotten soon after.
        _limiter = PartitionedRateLimiter.Create<(RequestKind Kind, string Key), (RequestKind, string)>(c => buckets[c.Kind] is { } bucket
            ? RateLimitPartition.GetTokenBucketLimiter(c, _ => bucket)
            : RateLimitPartition.GetNoLimiter(c));
    }

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is null)
        {
            var subject = await CallerKey.SubjectOfAsync(context);
            var kind = subject is null ? RequestKind.Addresses : KindOf(context);
            using var lease = _limiter.AttemptAcquire((kind, subject ?? CallerKey.NetworkOf(context.Connection.RemoteIpAddress)));
            if (!lease.IsAcquired)
            {
                _metrics.Refused(kind);
                throw new DomainException(GatewayReasons.TooManyRequests, "You ask for more than one caller may. Wait for as long as Retry-After says.")
                {
                    RetryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1),
                };
            }
        }

        await _next(context);
    }

    public void Dispose() => _limiter.Dispose();

    public static RequestKind KindOf(HttpContext context)
    {
        var (request, path) = (context.Request, context.Request.Path.Value ?? "");
        if (s_costlyVerbs.Any(verb => path.EndsWith(verb, StringComparison.Ordinal)) || (PortalSetup.IsPage(context.GetEndpoint()) && s_costlyPages.Any(page => request.Path == page)))
        {
            return RequestKind.Costly;
        }

        // A call between programs is a question here (docs/adr/0003).
        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)
            || request.ContentType?.StartsWith("application/grpc", StringComparison.Ordinal) == true;
        return reads ? RequestKind.Reads : RequestKind.Writes;
    }
}
