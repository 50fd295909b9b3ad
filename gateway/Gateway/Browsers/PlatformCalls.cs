using Concord.Gateway.Audit;
using Concord.Gateway.Routing;
using Concord.Portal.Api;

namespace Concord.Gateway.Browsers;

/// <summary>The portal's way to the API: to the service that answers, or to what the gateway answers itself.</summary>
internal sealed class PlatformCalls(ServiceCalls services, MergedEntries entries) : IPlatformCalls
{
    public Task<HttpResponseMessage> SendAsync(HttpContext http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (path, query) = request.RequestUri!.OriginalString.Split('?', 2) is [var before, var after] ? (before, after) : (request.RequestUri.OriginalString, "");
        return path == MergedEntries.Path
            ? entries.ReadAsync(http, QueryString.FromUriComponent($"?{query}"), cancellationToken)
            : services.SendAsync(http, Collections.ServiceOf(path) ?? throw new InvalidOperationException($"No service answers {path}."), request, cancellationToken);
    }
}
