using System.Diagnostics;

namespace Concord.Support.Telemetry;

/// <summary>A span as the collector got it.</summary>
public sealed record ToldSpan(
    string Service, string Instance, string Source, string Name, ActivityKind Kind, string TraceId, string SpanId, string ParentId, bool Failed, IReadOnlyDictionary<string, string> Attributes)
{
    public override string ToString() => $"{Service} {Kind} {Name} ({Source})";
}

/// <summary>A point of a metric as the collector got it; of a histogram the sum.</summary>
public sealed record ToldPoint(string Service, string Metric, string Unit, double Value, IReadOnlyDictionary<string, string> Attributes);

/// <summary>A log line as the collector got it.</summary>
public sealed record ToldLine(string Service, string Category, string Level, string Text, string TraceId, IReadOnlyDictionary<string, string> Attributes);
