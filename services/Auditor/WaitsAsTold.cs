using System.Net;

namespace Concord.Auditor;

/// <summary>Asks again, a few times, where the platform says that it is away for a moment or that too much was asked. What a witness sends may be sent twice.</summary>
internal sealed class WaitsAsTold(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int Times = 5;
    private static readonly TimeSpan s_usual = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    /// <summary>One question with everything that is waited for, and an answer each time.</summary>
    public static readonly TimeSpan Longest = Times * (s_longest + TimeSpan.FromSeconds(30));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        for (var time = 1; ; time++)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (time == Times || answer.StatusCode is not (HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests))
            {
                return answer;
            }

            var told = answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - DateTimeOffset.UtcNow ?? s_usual : s_usual;
            answer.Dispose();
            await Task.Delay(told < TimeSpan.Zero ? TimeSpan.Zero : told < s_longest ? told : s_longest, cancellationToken);
        }
    }
}
