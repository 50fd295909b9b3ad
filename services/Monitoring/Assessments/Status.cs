using Concord.Monitoring.Provisions;

namespace Concord.Monitoring.Assessments;

/// <summary>The status of a provision as of a day: its latest entry for that day or before that was not retracted; of one day the later recorded.</summary>
internal static class Status
{
    /// <summary>The entries that count as of a day, to be filtered further or ordered.</summary>
    public static IQueryable<Assessment> CountingAsOf(this IQueryable<Assessment> entries, DateOnly day) => entries.Where(a => a.RetractTime == null && a.AsOf <= day);

    /// <summary>Oldest first: by the day they speak of, then as recorded.</summary>
    public static IOrderedEnumerable<Assessment> InTime(this IEnumerable<Assessment> entries) => entries.OrderBy(a => a.AsOf).ThenBy(a => a.CreateTime).ThenBy(a => a.Id.Value);

    public static IReadOnlyDictionary<ProvisionId, Assessment> LatestAsOf(IEnumerable<Assessment> entries, DateOnly day) =>
        entries.Where(a => a.RetractTime is null && a.AsOf <= day).GroupBy(a => a.Provision).ToDictionary(g => g.Key, g => g.InTime().Last());
}
