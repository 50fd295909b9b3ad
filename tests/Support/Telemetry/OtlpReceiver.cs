using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Google.Protobuf;

namespace Concord.Support.Telemetry;

/// <summary>
/// An OpenTelemetry collector that keeps everything. Not on Kestrel: a server of the product's own kind would tell of itself
/// to the product under test wherever both live in one process, and every export would make another span.
/// </summary>
public sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Task _serving;
    private readonly ConcurrentQueue<byte[]> _raw = new();
    private readonly ConcurrentQueue<ToldSpan> _spans = new();
    private readonly ConcurrentQueue<ToldPoint> _points = new();
    private readonly ConcurrentQueue<ToldLine> _lines = new();

    private OtlpReceiver(HttpListener listener, string address)
    {
        (_listener, Address) = (listener, address);
        _serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>What makes a program send here, soon instead of every minute; also as environment variables.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Address,
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
    };

    public IReadOnlyList<ToldSpan> Spans => [.. _spans];

    public IReadOnlyList<ToldPoint> Points => [.. _points];

    public IReadOnlyList<ToldLine> Lines => [.. _lines];

    public static OtlpReceiver Start()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            var listener = new HttpListener { Prefixes = { address } };
            try
            {
                listener.Start();
                return new OtlpReceiver(listener, address);
            }
            catch (HttpListenerException)
            {
                listener.Close(); // somebody took the port in between
            }
        }
    }

    /// <summary>Whether the text occurs anywhere in what was sent, decoded or not.</summary>
    public bool Holds(string text)
    {
        var wanted = Encoding.UTF8.GetBytes(text);
        return _raw.Any(message => message.AsSpan().IndexOf(wanted) >= 0);
    }

    /// <summary>Whether a planted secret occurs anywhere in what was sent.</summary>
    public bool Holds(Canaries planted) => _raw.Any(message => planted.AreIn(message));

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                Keep(context.Request.Url!.AbsolutePath, body.ToArray());
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
            {
                // a sender went away, or we were told to stop
            }
        }
    }

    private void Keep(string path, byte[] message)
    {
        _raw.Enqueue(message);
        switch (path)
        {
            case "/v1/traces": Each(Otlp.TraceExport.Parser.ParseFrom(message)); break;
            case "/v1/metrics": Each(Otlp.MetricExport.Parser.ParseFrom(message)); break;
            case "/v1/logs": Each(Otlp.LogExport.Parser.ParseFrom(message)); break;
        }
    }

    private void Each(Otlp.TraceExport export)
    {
        foreach (var (resource, scope, span) in export.ResourceSpans.SelectMany(r => r.ScopeSpans.SelectMany(s => s.Spans.Select(span => (Read(r.Resource.Attributes), s.Scope.Name, span)))))
        {
            _spans.Enqueue(new ToldSpan(resource["service.name"], resource.GetValueOrDefault("service.instance.id", ""), scope, span.Name, (System.Diagnostics.ActivityKind)(span.Kind - 1),
                Hex(span.TraceId), Hex(span.SpanId), Hex(span.ParentSpanId), span.Status?.Code == 2, Read(span.Attributes)));
        }
    }

    private void Each(Otlp.MetricExport export)
    {
        foreach (var (service, metric) in export.ResourceMetrics.SelectMany(r => r.ScopeMetrics.SelectMany(s => s.Metrics.Select(m => (Read(r.Resource.Attributes)["service.name"], m)))))
        {
            foreach (var point in (IEnumerable<Otlp.NumberPoint>)[.. metric.Gauge?.DataPoints ?? [], .. metric.Sum?.DataPoints ?? []])
            {
                _points.Enqueue(new ToldPoint(service, metric.Name, metric.Unit, point.HasAsInt ? point.AsInt : point.AsDouble, Read(point.Attributes)));
            }

            foreach (var point in metric.Histogram?.DataPoints ?? [])
            {
                _points.Enqueue(new ToldPoint(service, metric.Name, metric.Unit, point.Sum, Read(point.Attributes)));
            }
        }
    }

    private void Each(Otlp.LogExport export)
    {
        foreach (var (service, scope, line) in export.ResourceLogs.SelectMany(r => r.ScopeLogs.SelectMany(s => s.LogRecords.Select(l => (Read(r.Resource.Attributes)["service.name"], s.Scope?.Name ?? "", l)))))
        {
            _lines.Enqueue(new ToldLine(service, scope, line.SeverityText, Text(line.Body), Hex(line.TraceId), Read(line.Attributes)));
        }
    }

    private static Dictionary<string, string> Read(IEnumerable<Otlp.KeyValue> attributes) => attributes.GroupBy(a => a.Key).ToDictionary(a => a.Key, a => Text(a.Last().Value));

    private static string Text(Otlp.Value? value) => value?.ValueCase switch
    {
        Otlp.Value.ValueOneofCase.StringValue => value.StringValue,
        Otlp.Value.ValueOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        Otlp.Value.ValueOneofCase.IntValue => value.IntValue.ToString(CultureInfo.InvariantCulture),
        Otlp.Value.ValueOneofCase.DoubleValue => value.DoubleValue.ToString(CultureInfo.InvariantCulture),
        Otlp.Value.ValueOneofCase.ArrayValue => string.Join(", ", value.ArrayValue.Values_.Select(Text)),
        _ => "",
    };

    private static string Hex(ByteString id) => Convert.ToHexStringLower(id.Span);
}
