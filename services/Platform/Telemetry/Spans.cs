using System.Diagnostics;

namespace Concord.Platform.Telemetry;

/// <summary>Begins a piece of work that some earlier request caused.</summary>
public static class Spans
{
    /// <summary>
    /// Goes on with the trace of <paramref name="traceParent"/>, also where nobody collects spans: log lines of this work, and questions that it asks
    /// other services, still carry the trace id of the request that caused it.
    /// </summary>
    public static Activity Begin(this ActivitySource source, string name, ActivityKind kind, string? traceParent)
    {
        _ = ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent);
        if (source.StartActivity(name, kind, parent) is { } collected)
        {
            return collected;
        }

        var activity = new Activity(name);
        if (parent != default)
        {
            activity.SetParentId(parent.TraceId, parent.SpanId, parent.TraceFlags);
        }

        return activity.Start();
    }
}
