namespace Concord.Portal.Pool;

/// <summary>How many people, in steps of five.</summary>
public sealed record PoolCount(int AtLeast, bool FewerThanFive);

public sealed record PoolGroup(string Value, PoolCount People);

public sealed record PoolAges(string SeniorityLevel, IReadOnlyList<PoolGroup> Ages);

public sealed record PoolDemand(string Field, string Value, string? MinimumLevel, long Times, PoolCount Fit);

public sealed record PoolPipeline(string SeniorityLevel, PoolCount Promising, PoolCount LeavingWithinOneYear, PoolCount LeavingWithinThreeYears);

/// <summary>Of whom the roster consists.</summary>
public sealed record PoolReport(
    DateOnly AsOf, PoolCount People, IReadOnlyList<PoolGroup> ByGender, IReadOnlyList<PoolGroup> BySeniorityLevel, IReadOnlyList<PoolGroup> ByLanguage, IReadOnlyList<PoolGroup> ByExpertise, IReadOnlyList<PoolGroup> ByRegion,
    IReadOnlyList<PoolAges> ByLastAssignment, DateOnly DemandFrom, IReadOnlyList<PoolDemand> Demand, IReadOnlyList<PoolPipeline>? Pipeline);
