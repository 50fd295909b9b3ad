using Concord.Gateway.Audit;
using Concord.Gateway.Routing;
using Concord.Portal.Api;

namespace Concord.Gateway.Browsers;

/// <summary>The portal's way to the API: to the service that answers, or to what the gateway answers itself.</summary>
internal sealed class PlatformCalls(ServiceCalls services, SessionTokens tokens, MergedEntries entries) : IPlatformCalls
{
    private const string Delegations = "/api/v1/me/delegations";

    public async Task<HttpResponseMessage> SendAsync(HttpContext http, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (path, query) = request.RequestUri!.OriginalString.Split('?', 2) is [var before, var after] ? (before, after) : (request.RequestUri.OriginalString, "");
        var answer = path == MergedEntries.Path
            ? await entries.ReadAsync(http, QueryString.FromUriComponent($"?{query}"), cancellationToken)
            : await services.SendAsync(http, Collections.ServiceOf(path) ?? throw new InvalidOperationException($"No service answers {path}."), request, cancellationToken);
        if (request.Method == HttpMethod.Post && path.StartsWith(Delegations, StringComparison.Ordinal) && answer.IsSuccessStatusCode)
        {
            await tokens.ForgetAsync(http); // for whom the person acts is in the next one, and the next page is asked for at once
        }

        return answer;
    }
}
