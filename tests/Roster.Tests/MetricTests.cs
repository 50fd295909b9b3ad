using Concord.Roster.V1;
using Concord.Support;
using Concord.Support.Telemetry;
using Grpc.Core;
using Grpc.Net.Client;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

public sealed class MetricTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_question_of_another_service_is_measured_by_its_method_and_how_it_was_answered()
    {
        using var meters = new HostMeters(_service.Services);
        var profile = (await _service.ActiveAsync(Body("Ama Measured"))).Replace("/api/v1/", "", StringComparison.Ordinal);
        using var channel = GrpcChannel.ForAddress(_service.GrpcAddress);
        var client = new RosterService.RosterServiceClient(channel);
        var token = new Metadata { { "Authorization", $"Bearer {_service.TokenOf(Desk)}" } };
        await client.GetProfileAsync(new GetProfileRequest { Name = profile }, token);
        await Assert.ThrowsAsync<RpcException>(async () => await client.GetProfileAsync(new GetProfileRequest { Name = $"profiles/{Guid.NewGuid()}" }, token));

        foreach (var code in (StatusCode[])[StatusCode.OK, StatusCode.NotFound])
        {
            await Eventually.TrueAsync(() => Task.FromResult(meters.Read("http.server.request.duration",
                ("http.route", "/concord.roster.v1.RosterService/GetProfile"), ("rpc.grpc.status_code", ((int)code).ToString())).Count == 1), $"the {code} is measured");
        }
    }

    [Fact]
    public async Task The_search_tells_how_much_it_holds_and_how_old_that_may_be()
    {
        using var meters = new HostMeters(_service.Services);
        Assert.Equal([0], meters.Read("concord.roster.index.size"));
        await _service.ActiveAsync(Body("Ama Counted"));
        Assert.Equal([1], meters.Read("concord.roster.index.size"));
        Assert.InRange(Assert.Single(meters.Read("concord.roster.index.staleness")), 0, 60);
    }
}
