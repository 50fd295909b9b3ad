using System.Diagnostics.Metrics;

namespace Concord.Roster.Reading;

/// <summary>How often somebody was not shown people because it would have been too many. A count only: who it was is in the audit chain.</summary>
internal sealed class ReadingMetrics
{
    private readonly Counter<long> _refused;

    public ReadingMetrics(IMeterFactory meters) => _refused = meters.Create("Concord.Roster")
        .CreateCounter<long>("concord.reading.refused", "{request}", "Requests that were refused because their caller would have seen too many different people of the roster.");

    public void Refused() => _refused.Add(1);
}
