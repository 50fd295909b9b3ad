using Concord.Designation.Contacts;
using Concord.Designation.Processes;
using Concord.Platform.Errors;

namespace Concord.Designation.Lead;

/// <summary>From when to when one holder led; the end is the first instant after it.</summary>
internal readonly record struct LeadTime(DateTime Start, DateTime? End)
{
    public bool Covers(DateTime at) => Start <= at && (End is null || at < End);
}

/// <summary>Who led a process and when, as it counts now: what was recorded, with what was corrected since (R28, R49).</summary>
internal sealed class LeadHistory
{
    private readonly List<(LeadDesignation Designation, LeadTime Time)> _led;
    private readonly DateTime? _corrected;

    /// <param name="designations">Of one process.</param>
    /// <param name="corrections">Of the same.</param>
    public LeadHistory(IEnumerable<LeadDesignation> designations, IEnumerable<LeadCorrection> corrections)
    {
        corrections = [.. corrections];
        _corrected = corrections.Max(c => (DateTime?)c.CreateTime);
        var latest = corrections.OrderBy(c => c.Id.Value).GroupBy(c => c.Designation).ToDictionary(g => g.Key, g => g.Last());
        _led = [.. designations.OrderBy(d => d.Epoch).Select(d => (d, latest.TryGetValue(d.Id, out var c) ? new LeadTime(c.StartTime, d.EndTime is null ? null : c.EndTime) : new LeadTime(d.StartTime, d.EndTime)))];
    }

    /// <summary>By epoch.</summary>
    public IReadOnlyList<(LeadDesignation Designation, LeadTime Time)> Led => _led;

    /// <summary>Whether it was corrected after that: what was proposed before was proposed for other times.</summary>
    public bool IsCorrectedAfter(DateTime time) => _corrected > time;

    /// <summary>Who led at an instant; null where nobody did.</summary>
    public LeadDesignation? At(DateTime at) => _led.LastOrDefault(l => l.Time.Covers(at)).Designation;

    /// <summary>Refuses corrections that fit none of this history's designations, that would let two lead at once, or leave nobody where somebody had to.</summary>
    /// <param name="corrections">One or several: where one's end is another's beginning, both move.</param>
    /// <param name="states">The steps of the process.</param>
    /// <param name="now">UTC.</param>
    /// <returns>Each designation that changes, with what counted and what is to count.</returns>
    public IReadOnlyList<(LeadDesignation Designation, LeadTime Was, LeadTime Now)> Checked(IReadOnlyList<CorrectedTimes>? corrections, IReadOnlyList<StateChange> states, DateTime now)
    {
        var check = new Violations();
        var asked = corrections ?? [];
        check.Check(asked.Count is > 0 and <= 20, "corrections", "1 to 20 corrections.");
        check.Check(asked.Select(c => c?.Designation).Distinct().Count() == asked.Count, "corrections", "Name each designation once.");
        List<(LeadDesignation Designation, LeadTime Was, LeadTime Now)> changes = [];
        for (var i = 0; i < asked.Count; i++)
        {
            var found = _led.FirstOrDefault(l => $"{l.Designation.Process}/{l.Designation.Id}" == asked[i]?.Designation);
            check.Check(found.Designation is not null, $"corrections[{i}].designation", "Not in the history of this process.");
            var start = Instants(check.Required(asked[i]?.StartTime, $"corrections[{i}].startTime"));
            DateTime? end = asked[i]?.EndTime is { } said ? Instants(said) : null;
            check.Check(asked[i]?.StartTime is null || (start >= PartialTime.Beginning && start <= now), $"corrections[{i}].startTime", "From 1900 on, and not in the future.");
            check.Check(end is null || (start < end && end <= now), $"corrections[{i}].endTime", "After its start, and neither in the future.");
            check.Check(found.Designation is null || end is null == found.Designation.EndTime is null, $"corrections[{i}].endTime", "A correction moves an end; it neither ends what lasts nor opens what has ended.");
            if (found.Designation is not null)
            {
                changes.Add((found.Designation, found.Time, new LeadTime(start, end)));
            }
        }

        check.ThrowIfAny();
        RequireOneAtATime([.. _led.Select(l => changes.Where(c => c.Designation == l.Designation).Select(c => c.Now).DefaultIfEmpty(l.Time).First())], states, now);
        return changes;
    }

    private void RequireOneAtATime(List<LeadTime> corrected, IReadOnlyList<StateChange> states, DateTime now)
    {
        if (corrected.Zip(corrected.Skip(1)).Any(pair => pair.First.End is null || pair.First.End > pair.Second.Start))
        {
            throw Fail.Because(DesignationReasons.HistoryInconsistent, "Two would have led at once; where one's end is another's beginning, correct both.");
        }

        if (Without(corrected, states, now) > Without([.. _led.Select(l => l.Time)], states, now))
        {
            throw Fail.Because(DesignationReasons.HistoryInconsistent, "Nobody would have led while the state of the process required a lead.");
        }
    }

    /// <summary>For how long nobody led while somebody had to.</summary>
    private static TimeSpan Without(List<LeadTime> led, IReadOnlyList<StateChange> states, DateTime now)
    {
        var without = TimeSpan.Zero;
        for (var i = 0; i < states.Count; i++)
        {
            if (states[i].RequiresLead)
            {
                var (from, until) = (states[i].CreateTime, i + 1 < states.Count ? states[i + 1].CreateTime : now);
                var covered = led.Sum(l => Math.Max(0, (Earlier(l.End ?? now, until) - Later(l.Start, from)).Ticks));
                without += until - from - TimeSpan.FromTicks(covered);
            }
        }

        return without;
    }

    private static DateTime Instants(DateTime value) => Platform.Persistence.Instant.Truncate(Platform.Persistence.Instant.Utc(value));

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
