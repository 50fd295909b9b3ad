namespace Concord.Roster.Teams;

/// <summary>What one search looks for: the best team of these groups that fulfils the wish and is clearly different from each earlier one.</summary>
/// <param name="Wish">The wish.</param>
/// <param name="Requirements">Its requirements.</param>
/// <param name="Groups">What the reduction left.</param>
/// <param name="Earlier">Contributions of the members of each earlier team; empty for the first search.</param>
internal sealed record TeamTask(TeamWish Wish, Requirements Requirements, IReadOnlyList<CandidateGroup> Groups, IReadOnlyList<IReadOnlySet<Contribution>> Earlier)
{
    /// <summary>
    /// A team is clearly different from another where at least so many of its members contribute what no member of the other does. Names alone make no alternative: people who contribute the same are
    /// shown beside a member as who could stand in.
    /// </summary>
    public const int Unlike = 2;

    public Preference Preference { get; } = new(Requirements);

    public static TeamTask Of(TeamWish wish, CandidatePool pool, IReadOnlyList<IReadOnlySet<Contribution>> earlier) =>
        new(wish, pool.Requirements, [.. Reduction.Of(pool.Groups, wish.LargestSize, earlier.SelectMany(e => e).ToHashSet()).Where(g => g.Standing != Standing.Banned)], earlier);
}
