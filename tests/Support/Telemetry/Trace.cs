using System.Diagnostics;
using Xunit;

namespace Concord.Support.Telemetry;

/// <summary>A trace that a test begins itself, by a header of its request: so it knows the id.</summary>
public sealed record TraceStart(string TraceId, string SpanId)
{
    public string Header => $"00-{TraceId}-{SpanId}-01";

    public static TraceStart New() => new(ActivityTraceId.CreateRandom().ToHexString(), ActivitySpanId.CreateRandom().ToHexString());

    /// <summary>Everything that the client sends from now on belongs to this trace.</summary>
    public void Mark(HttpClient client) => client.DefaultRequestHeaders.Add("traceparent", Header);
}

/// <summary>Follows one trace through what a collector got, however many processes sent it.</summary>
public static class Trace
{
    /// <summary>Waits for the span, and for every span that it hangs from.</summary>
    /// <returns>The way from the first span that the platform made to the span, each the parent of the next.</returns>
    public static async Task<IReadOnlyList<ToldSpan>> WayToAsync(this OtlpReceiver collector, TraceStart start, Func<ToldSpan, bool> wanted, string what)
    {
        IReadOnlyList<ToldSpan> way = [];
        IReadOnlyList<ToldSpan> trace = [];
        await Eventually.TrueAsync(() =>
        {
            trace = [.. collector.Spans.Where(s => s.TraceId == start.TraceId)];
            way = trace.Where(wanted).Select(s => Way(trace, s, start.SpanId)).FirstOrDefault(w => w.Count > 0) ?? [];
            return Task.FromResult(way.Count > 0);
        }, () => $"the collector has {what} and all that it hangs from; of this trace it has\n{string.Join('\n', trace.Select(s => $"{s.SpanId} of {s.ParentId} {s}"))}");
        return way;
    }

    /// <summary>Asserts that the spans occur on the way in this order; others may stand between them.</summary>
    public static void Passes(this IReadOnlyList<ToldSpan> way, params (string What, Func<ToldSpan, bool> Is)[] stations)
    {
        var next = 0;
        foreach (var span in way)
        {
            next += next < stations.Length && stations[next].Is(span) ? 1 : 0;
        }

        Assert.True(next == stations.Length, $"The way does not pass {stations.ElementAtOrDefault(next).What}:\n{string.Join('\n', way)}");
    }

    // Empty while a parent has not come: a gap is either closed by the next export, or never.
    private static List<ToldSpan> Way(IReadOnlyList<ToldSpan> trace, ToldSpan last, string before)
    {
        List<ToldSpan> way = [last];
        while (way[0].ParentId != before)
        {
            if (trace.FirstOrDefault(s => s.SpanId == way[0].ParentId) is not { } parent)
            {
                return [];
            }

            way.Insert(0, parent);
        }

        return way;
    }
}
