using System.Diagnostics.Metrics;

namespace Concord.Gateway.Limits;

/// <summary>How often somebody asked for too much. Counts only: neither who nor from where.</summary>
internal sealed class LimitMetrics
{
    private readonly Counter<long> _refused;

    public LimitMetrics(IMeterFactory meters) => _refused = meters.Create("Concord.Gateway")
        .CreateCounter<long>("concord.gateway.limited", "{request}", "Requests that were refused because their caller asked for too much, by limit: reads, writes, costly, addresses.");

    public void Refused(RequestKind kind) => _refused.Add(1, new KeyValuePair<string, object?>("concord.limit", kind switch
    {
        RequestKind.Reads => "reads",
        RequestKind.Writes => "writes",
        RequestKind.Costly => "costly",
        _ => "addresses",
    }));
}
