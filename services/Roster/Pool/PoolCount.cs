namespace Concord.Roster.Pool;

/// <summary>
/// How many people, told so that nobody is found by it: in steps of five downwards, and nobody or fewer than five below that. The difference of two figures, also where one holds the other, then says no more
/// than that either.
/// </summary>
/// <param name="AtLeast">A multiple of five.</param>
/// <param name="FewerThanFive">Somebody, and fewer than five.</param>
internal sealed record PoolCount(int AtLeast, bool FewerThanFive)
{
    public const int Step = 5;

    public static PoolCount Of(int people) => new(people / Step * Step, people is > 0 and < Step);
}

/// <summary>People who have one thing in common.</summary>
/// <param name="Value">A word of the API, or a code.</param>
/// <param name="People">How many.</param>
internal sealed record PoolGroup(string Value, PoolCount People);
