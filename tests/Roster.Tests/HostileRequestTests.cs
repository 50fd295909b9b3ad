using System.Net;
using Concord.Platform.Hosting;
using Concord.Roster.V1;
using Concord.Support;
using Grpc.Core;
using Grpc.Net.Client;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>What the gateway would refuse a service refuses too: whoever is inside the network is not believed more.</summary>
public sealed class HostileRequestTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Abuse(23)]
    public async Task A_message_that_is_too_large_is_refused_and_the_next_one_is_answered()
    {
        using var channel = GrpcChannel.ForAddress(_service.GrpcAddress, new GrpcChannelOptions { MaxSendMessageSize = null });
        var roster = new RosterService.RosterServiceClient(channel);
        var token = new Metadata { { "authorization", $"Bearer {_service.TokenOf(Desk)}" } };
        foreach (var size in (int[])[ServerLimits.MaxBodyBytes + 1, 5 * 1024 * 1024])
        {
            var refused = await Assert.ThrowsAsync<RpcException>(async () => await roster.GetProfileAsync(new GetProfileRequest { Name = new string('a', size) }, token));
            Assert.Equal(StatusCode.ResourceExhausted, refused.StatusCode);
        }

        var missing = await Assert.ThrowsAsync<RpcException>(async () => await roster.GetProfileAsync(new GetProfileRequest { Name = $"profiles/{Guid.NewGuid()}" }, token));
        Assert.Equal(StatusCode.NotFound, missing.StatusCode);
    }

    [Theory, Abuse(23)]
    [InlineData(20)]
    [InlineData(100_000)]
    public async Task A_body_that_is_too_deep_is_no_body(int depth)
    {
        foreach (var body in (string[])[$"{{\"languages\":{new string('[', depth)}{new string(']', depth)}}}", string.Concat(Enumerable.Repeat("{\"text\":", depth)) + "1" + new string('}', depth)])
        {
            var refused = await _service.As(Desk).PostAsync("/api/v1/profiles:search", body, key: "");
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        }
    }

    [Theory]
    [InlineData("/api/v1/profiles?pageSize=-1")]
    [InlineData("/api/v1/profiles?pageSize=99999999999999999999")]
    public async Task A_page_that_is_too_large_is_none(string path) => (await _service.As(Desk).ReadAsync(path)).Is(HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("a large header", 431, 40_000, 0)]
    [InlineData("a large body", 413, 0, 2_000_000)]
    public async Task Too_large_a_request_is_refused_by_its_status(string what, int status, int header, int body)
    {
        using var hostile = await RawConnection.OpenAsync(_service.HttpAddress);
        await hostile.SendAsync($"POST /api/v1/profiles:search HTTP/1.1\r\nHost: roster\r\nConnection: close\r\nAuthorization: Bearer {_service.TokenOf(Desk)}\r\nContent-Type: application/json\r\nContent-Length: {body}\r\nX-Large: {new string('a', header)}\r\n\r\n");
        Assert.Equal((what, status), (what, await hostile.StatusAsync()));
        (await _service.As(Desk).PostAsync("/api/v1/profiles:search", new { }, key: "")).Is(HttpStatusCode.OK);
    }
}
