using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Concord.Portal.Api;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Tests;

public sealed class PlatformApiTests
{
    [Fact]
    public async Task A_refusal_keeps_the_time_to_wait_that_the_service_told()
    {
        var api = new PlatformApi(new Refusing(), new HttpContextAccessor { HttpContext = new DefaultHttpContext() });
        var refused = await Assert.ThrowsAsync<ProblemException>(() => api.GetAsync<string>("profiles"));
        Assert.Equal(("TOO_MANY_PEOPLE", TimeSpan.FromMinutes(9)), (refused.Problem.Reason, refused.Problem.RetryAfter));
    }

    private sealed class Refusing : IPlatformCalls
    {
        public Task<HttpResponseMessage> SendAsync(HttpContext http, HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = JsonContent.Create(new { status = 429, reason = "TOO_MANY_PEOPLE" }, new MediaTypeHeaderValue("application/problem+json")) };
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromMinutes(9));
            return Task.FromResult(answer);
        }
    }
}
