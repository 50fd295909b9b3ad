using System.Diagnostics;
using System.Net;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Concord.Support.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;

namespace Concord.Platform.Tests.Telemetry;

/// <summary>What a collector gets of real requests. Spans are collected for the whole process, so each test looks at its own trace.</summary>
public sealed class ExportTests
{
    private const string Name = "Zwq8Okonkwo";
    private const string Email = "zwq8@mail.example";

    [Fact]
    public async Task A_request_is_told_by_its_route_and_nothing_that_was_written_in_it()
    {
        await using var collector = OtlpReceiver.Start();
        await using var service = await StartAsync(collector);
        var client = service.As(NotesModule.Writer);
        client.DefaultRequestHeaders.UserAgent.ParseAdd(Name);
        var start = TraceStart.New();
        start.Mark(client);
        (await client.PostAsync($"/api/v1/notes?q={Name}", new { text = Email })).Is(HttpStatusCode.Created);
        (await client.ReadAsync($"/api/v1/notes?prefix={Name}")).Is(HttpStatusCode.OK);
        (await client.ReadAsync($"/api/v1/broken?q={Name}")).Is(HttpStatusCode.InternalServerError);
        (await client.ReadAsync($"/nowhere/{Name}?q={Email}")).Is(HttpStatusCode.NotFound);

        await Eventually.TrueAsync(() => Task.FromResult(Served(collector, start).Count() >= 4 && collector.Points.Any(p => p.Metric == "http.server.request.duration") && collector.Lines.Count > 0), "spans, metrics and lines are there");
        var written = Assert.Single(Of(collector, start), s => s.Name == "POST /api/v1/notes");
        Assert.Equal(("concord-notes", ActivityKind.Server, "201", "/api/v1/notes"),
            (written.Service, written.Kind, written.Attributes["http.response.status_code"], written.Attributes["http.route"]));
        Assert.NotEqual("", written.Instance);
        Assert.True(Assert.Single(Of(collector, start), s => s.Name == "GET /api/v1/broken").Failed);
        Assert.Contains(collector.Lines, l => l.Level == "Error" && l.TraceId == start.TraceId && l.Service == "concord-notes");
        foreach (var secret in (string[])[Name, Email, "secret detail", client.DefaultRequestHeaders.Authorization!.Parameter!])
        {
            Assert.False(collector.Holds(secret), $"{secret} was exported");
        }
    }

    [Fact]
    public async Task Requests_are_measured_by_route_method_and_status_and_probes_are_not()
    {
        await using var collector = OtlpReceiver.Start();
        await using var service = await StartAsync(collector);
        var client = service.As(NotesModule.Writer);
        var start = TraceStart.New();
        start.Mark(client);
        (await client.ReadAsync("/health/ready")).Is(HttpStatusCode.OK);
        (await client.ReadAsync("/api/v1/notes")).Is(HttpStatusCode.OK);

        await Eventually.TrueAsync(() => Task.FromResult(collector.Points.Any(p => p is { Metric: "http.server.request.duration", Unit: "s" } && p.Attributes.GetValueOrDefault("http.route") == "/api/v1/notes"
            && p.Attributes.GetValueOrDefault("http.request.method") == "GET" && p.Attributes.GetValueOrDefault("http.response.status_code") == "200")), "the request is measured");
        await Eventually.TrueAsync(() => Task.FromResult(Served(collector, start).Any()), "its span is there");
        Assert.DoesNotContain(collector.Points, p => p.Metric == "http.server.request.duration" && p.Attributes.Values.Any(v => v.StartsWith("/health", StringComparison.Ordinal)));
        Assert.Equal(["GET /api/v1/notes"], Served(collector, start).Select(s => s.Name)); // beside it a driver may tell of its own work
        foreach (var metric in (string[])["kestrel.active_connections", "dotnet.gc.collections", "concord.outbox.depth", "concord.outbox.oldest.age"])
        {
            await Eventually.TrueAsync(() => Task.FromResult(collector.Points.Any(p => p.Metric == metric)), $"{metric} is measured");
        }
    }

    [Fact]
    public async Task A_reaction_belongs_to_the_trace_of_the_request_that_caused_it()
    {
        await using var collector = OtlpReceiver.Start();
        await using var service = await StartAsync(collector);
        var client = service.As(NotesModule.Writer);
        var start = TraceStart.New();
        start.Mark(client);
        (await client.PostAsync("/api/v1/notes", new { text = "a" })).Is(HttpStatusCode.Created);
        await Eventually.TrueAsync(() => Task.FromResult(service.Sent.Count == 1), "the fact is sent");
        await service.DeliverAsync(service.Sent[0]);

        var way = await collector.WayToAsync(start, s => s.Kind == ActivityKind.Consumer, "the listener's span");
        way.Passes(("the request", s => s is { Kind: ActivityKind.Server, Name: "POST /api/v1/notes" }), ("its listener", s => s.Name == $"receive {NoteWritten.Type}"));
    }

    [Fact]
    public async Task Without_a_collector_nothing_of_it_is_there()
    {
        await using var service = await NotesModule.StartAsync();
        Assert.Null(service.Services.GetService<TracerProvider>());
        Assert.DoesNotContain(service.Services.GetServices<ILoggerProvider>(), p => p.GetType().Name.Contains("OpenTelemetry", StringComparison.Ordinal));
    }

    private static Task<TestService> StartAsync(OtlpReceiver collector) => NotesModule.StartAsync(b => b.Configuration.AddInMemoryCollection(collector.Settings!));

    private static List<ToldSpan> Of(OtlpReceiver collector, TraceStart start) => [.. collector.Spans.Where(s => s.TraceId == start.TraceId)];

    private static IEnumerable<ToldSpan> Served(OtlpReceiver collector, TraceStart start) => Of(collector, start).Where(s => s.Kind == ActivityKind.Server);
}
