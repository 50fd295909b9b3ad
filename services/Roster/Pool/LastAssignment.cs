using Concord.Platform.Http;
using Concord.Roster.Mediators;

namespace Concord.Roster.Pool;

/// <summary>How long ago somebody's last assignment ended.</summary>
internal enum LastAssignment
{
    /// <summary>Or it goes on.</summary>
    UpToOneYear = 1,
    UpToThreeYears,
    UpToFiveYears,
    Longer,

    /// <summary>None is on record, which is not to say that there was none.</summary>
    NotOnRecord,
}

/// <summary>People of a level by the age of their last assignment (R22).</summary>
/// <param name="SeniorityLevel">The level.</param>
/// <param name="Ages">Each age, the latest first.</param>
internal sealed record PoolAges(SeniorityLevel SeniorityLevel, IReadOnlyList<PoolGroup> Ages)
{
    public static IReadOnlyList<PoolAges> Of(IEnumerable<(SeniorityLevel Level, DateOnly? End)> people, DateOnly today)
    {
        var counts = people.CountBy(p => (p.Level, Age: AgeOf(p.End, today))).ToDictionary(c => c.Key, c => c.Value);
        return [.. Enum.GetValues<SeniorityLevel>().Select(l => new PoolAges(l, [.. Enum.GetValues<LastAssignment>().Select(a => new PoolGroup(ApiWord.Of(a), PoolCount.Of(counts.GetValueOrDefault((l, a)))))]))];
    }

    /// <summary>The last day of what was done, or today where it goes on; null where nothing is on record.</summary>
    public static DateOnly? EndOf(IReadOnlyList<Assignment> assignments, DateOnly? deployed, DateOnly today)
    {
        var ends = assignments.Where(a => a.From <= today).Select(a => a.Until is { } until && until < today ? until : today).ToList();
        return deployed is { } last ? ends.Append(last < today ? last : today).Max() : ends.Count > 0 ? ends.Max() : null;
    }

    private static LastAssignment AgeOf(DateOnly? end, DateOnly today) => end switch
    {
        null => LastAssignment.NotOnRecord,
        { } day when day >= today.AddYears(-1) => LastAssignment.UpToOneYear,
        { } day when day >= today.AddYears(-3) => LastAssignment.UpToThreeYears,
        { } day when day >= today.AddYears(-5) => LastAssignment.UpToFiveYears,
        _ => LastAssignment.Longer,
    };
}
