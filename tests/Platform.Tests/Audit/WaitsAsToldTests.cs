using System.Net;
using System.Net.Http.Headers;
using Concord.Auditor;

namespace Concord.Platform.Tests.Audit;

public sealed class WaitsAsToldTests
{
    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, 1, HttpStatusCode.OK, 2)]
    [InlineData(HttpStatusCode.TooManyRequests, 3, HttpStatusCode.OK, 4)]
    [InlineData(HttpStatusCode.ServiceUnavailable, 100, HttpStatusCode.ServiceUnavailable, 5)]
    [InlineData(HttpStatusCode.Forbidden, 100, HttpStatusCode.Forbidden, 1)]
    public async Task A_witness_asks_again_where_it_is_told_to_and_gives_up_in_the_end(HttpStatusCode refusal, int refusals, HttpStatusCode last, int asked)
    {
        using var platform = new Refusing(refusal, refusals);
        using var client = new HttpClient(new WaitsAsTold(platform));
        using var answer = await client.PostAsync(new Uri("http://platform/connect/token"), new StringContent("the same each time"));
        Assert.Equal((last, asked), (answer.StatusCode, platform.Told.Count));
        Assert.All(platform.Told, told => Assert.Equal("the same each time", told));
    }

    private sealed class Refusing(HttpStatusCode refusal, int times) : HttpMessageHandler
    {
        public List<string> Told { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Told.Add(await request.Content!.ReadAsStringAsync(cancellationToken));
            var answer = new HttpResponseMessage(Told.Count > times ? HttpStatusCode.OK : refusal);
            answer.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.Zero);
            return answer;
        }
    }
}
