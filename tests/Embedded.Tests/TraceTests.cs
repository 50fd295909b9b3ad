using System.Diagnostics;
using System.Net;
using Concord.Support;
using Concord.Support.Telemetry;

namespace Concord.Embedded.Tests;

/// <summary>What one person does is one trace, through every service that hears of it.</summary>
public sealed class TraceTests
{
    [Fact]
    public async Task A_request_and_the_reaction_of_another_service_to_it_are_one_trace_without_a_gap()
    {
        await using var collector = OtlpReceiver.Start();
        var data = Directory.CreateTempSubdirectory("concord-trace-").FullName;
        await using var platform = await EmbeddedProcess.StartAsync(data, settings: collector.Settings);
        var password = SignIn.Read(Path.Combine(data, "demo-sign-in.txt"))["msu.officer@un.example"];
        using var msu = SignIn.Client(platform.Address, await SignIn.TokenAsync(platform.Address, "msu.officer@un.example", password));
        var profile = (await msu.PostAsync("/api/v1/profiles:search", new { pageSize = 1 }, "")).Is(HttpStatusCode.OK).TextOf("items.0.name");

        var start = TraceStart.New();
        start.Mark(msu);
        (await msu.PostAsync($"/api/v1/{profile}:suspend", new { reason = "On leave." })).Is(HttpStatusCode.OK);

        var way = await collector.WayToAsync(start, s => s is { Kind: ActivityKind.Consumer, Name: "receive concord.roster.profile.suspended.v1" }, "the designation service's span");
        way.Passes(
            ("the gateway's own", s => s.Kind == ActivityKind.Server && s.Attributes.GetValueOrDefault("http.route") == "/api/v1/profiles/{**rest}"),
            ("its forwarding", s => s.Source == "Yarp.ReverseProxy"),
            ("its call", s => s.Kind == ActivityKind.Client),
            ("the roster service's", s => s.Kind == ActivityKind.Server && s.Attributes.GetValueOrDefault("http.route") == "/api/v1/profiles/{profile}:suspend"),
            ("the listener's", s => s.Attributes.GetValueOrDefault("concord.event.handler") == "ReviewOnSuspension"));
        Assert.All(collector.Spans.Where(s => s.TraceId == start.TraceId).GroupBy(s => s.SpanId), s => Assert.Single(s)); // six hosts live here, and one exports
        Assert.All(way, s => Assert.Equal("concord-embedded", s.Service));
        await Eventually.TrueAsync(() => Task.FromResult(collector.Points.Any(p => p is { Metric: "concord.inbox.lag", Unit: "s" } && p.Attributes.GetValueOrDefault("concord.event.handler") == "ReviewOnSuspension")), "the lag is told");
        Assert.DoesNotContain(collector.Spans, s => s.Attributes.Values.Any(v => v.Contains("/health", StringComparison.Ordinal)));
    }
}
