using System.Diagnostics;
using System.Net;
using Concord.Support;
using Concord.Support.Telemetry;

namespace Concord.Distributed.Tests;

public sealed class TraceTests(RunningPlatform running)
{
    [Fact]
    public async Task A_request_is_one_trace_from_the_gateway_over_the_broker_to_the_listener_in_another_process()
    {
        var msu = await running.AsAsync("msu.officer");
        var profile = (await msu.PostAsync("/api/v1/profiles:search", new { pageSize = 1 }, "")).Is(HttpStatusCode.OK).TextOf("items.0.name");
        var start = TraceStart.New();
        start.Mark(msu);
        (await msu.PostAsync($"/api/v1/{profile}:suspend", new { reason = "On leave." })).Is(HttpStatusCode.OK);

        var way = await running.Collector.WayToAsync(start, s => s is { Kind: ActivityKind.Consumer, Service: "concord-designation" }, "the listener's span");
        way.Passes(
            ("the gateway", s => s is { Service: "concord-gateway", Kind: ActivityKind.Server }),
            ("its call", s => s is { Service: "concord-gateway", Kind: ActivityKind.Client }),
            ("the roster service", s => s is { Service: "concord-roster", Kind: ActivityKind.Server }),
            ("its outbox", s => s is { Service: "concord-roster", Kind: ActivityKind.Producer }),
            ("the listener", s => s is { Service: "concord-designation", Kind: ActivityKind.Consumer }));
    }

    [Fact]
    public async Task Every_process_tells_its_rate_errors_duration_and_the_state_of_its_outbox()
    {
        var msu = await running.AsAsync("msu.officer");
        (await msu.ReadAsync("/api/v1/processes?pageSize=1")).Is(HttpStatusCode.OK);
        (await msu.ReadAsync($"/api/v1/processes/{Guid.NewGuid()}")).Is(HttpStatusCode.NotFound);
        await Eventually.TrueAsync(() => Task.FromResult(
            running.Collector.Points.Any(p => p.Metric == "http.server.request.duration" && p.Service == "concord-designation" && p.Attributes.GetValueOrDefault("http.response.status_code") == "404")
            && Repository.Services.All(s => Tells(s, "concord.outbox.depth") && Tells(s, "concord.outbox.oldest.age"))), "rate, errors, duration, depth and age are told");
    }

#pragma warning disable CA1308 // service names are lower case
    private bool Tells(string service, string metric) => running.Collector.Points.Any(p => p.Metric == metric && p.Service == $"concord-{service.ToLowerInvariant()}");
#pragma warning restore CA1308
}
