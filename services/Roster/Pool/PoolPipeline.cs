using Concord.Roster.Mediators;

namespace Concord.Roster.Pool;

/// <summary>Of the people of a level, who is of the next generation and who is expected to leave (R22).</summary>
/// <param name="SeniorityLevel">The level.</param>
/// <param name="Promising">To be sent along, and trained.</param>
/// <param name="LeavingWithinOneYear">May have retired or left by then.</param>
/// <param name="LeavingWithinThreeYears">Those among them.</param>
internal sealed record PoolPipeline(SeniorityLevel SeniorityLevel, PoolCount Promising, PoolCount LeavingWithinOneYear, PoolCount LeavingWithinThreeYears)
{
    public static IReadOnlyList<PoolPipeline> Of(IReadOnlyCollection<(SeniorityLevel Level, bool Promising, DateOnly? Departure)> people, DateOnly today) =>
    [
        .. Enum.GetValues<SeniorityLevel>().Select(level => people.Where(p => p.Level == level).ToList()).Zip(Enum.GetValues<SeniorityLevel>(), (of, level) => new PoolPipeline(
            level, PoolCount.Of(of.Count(p => p.Promising)), PoolCount.Of(of.Count(p => p.Departure <= today.AddYears(1))), PoolCount.Of(of.Count(p => p.Departure <= today.AddYears(3))))),
    ];
}
