using Concord.Platform.Hosting;
using Concord.Platform.Http;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Model;

namespace Concord.Gateway.Routing;

/// <summary>
/// Where a replica went away, the request goes to another one. Always where it was not reached; after it broke off halfway only where
/// a repetition does no harm: a GET, and a POST of the API, which changes nothing or carries an <c>Idempotency-Key</c>.
/// </summary>
internal sealed class AnotherReplica(RequestDelegate forward)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var proxied = context.GetReverseProxyFeature();
        if (proxied.AllDestinations.Count < 2)
        {
            await forward(context);
            return;
        }

        // In memory as a whole: bodies are limited, and the file system may be read-only.
        context.Request.EnableBuffering((int)Listening.MaxBodyBytes); // the server itself refuses a longer one, with its own error
        var tried = new HashSet<DestinationState>();
        while (true)
        {
            await forward(context);
            if (context.Response.HasStarted || context.RequestAborted.IsCancellationRequested || context.GetForwarderErrorFeature() is not { } failure || !MayRepeat(context, failure))
            {
                return;
            }

            if (proxied.ProxiedDestination is { } failed)
            {
                tried.Add(failed);
            }

            // Last of all one that was out of turn: it may have come back a moment ago.
            var next = proxied.AvailableDestinations.Except(tried).ToList() is { Count: > 0 } healthy ? healthy : [.. proxied.AllDestinations.Except(tried)];
            if (next.Count == 0)
            {
                return;
            }

            proxied.AvailableDestinations = next;
            proxied.ProxiedDestination = null;
            context.Features.Set<IForwarderErrorFeature>(null);
            context.Response.Clear();
            context.Request.Body.Position = 0;
        }
    }

    private static bool MayRepeat(HttpContext context, IForwarderErrorFeature failure) =>
        ReplicaHandler.IsUnreachable(failure.Exception) || (BrokeOff(failure.Error) && IsHarmless(context));

    private static bool BrokeOff(ForwarderError error) =>
        error is ForwarderError.Request or ForwarderError.RequestBodyDestination or ForwarderError.ResponseHeaders;

    private static bool IsHarmless(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
        || (HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/api"));
}
