using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Api;

/// <summary>Takes a request for the API to the service that answers it, in the name of the person whose page is being made.</summary>
public interface IPlatformCalls
{
    /// <param name="http">The request of the page.</param>
    /// <param name="request">Its address begins with <c>/api/v1/</c>, or is one of those that are open to whoever holds a secret.</param>
    /// <param name="cancellationToken">Ends when nobody waits for the page any more.</param>
    /// <exception cref="HttpRequestException">The service does not answer.</exception>
    /// <exception cref="OperationCanceledException">The service does not answer in time.</exception>
    Task<HttpResponseMessage> SendAsync(HttpContext http, HttpRequestMessage request, CancellationToken cancellationToken);
}
