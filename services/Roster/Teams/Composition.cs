namespace Concord.Roster.Teams;

/// <summary>How a composition ended.</summary>
internal enum CompositionOutcome
{
    Composed = 1,

    /// <summary>No team fulfils the wish; the way out says what would have to be given up.</summary>
    Impossible,

    /// <summary>No woman can be considered, and no reason was given to do without (R8).</summary>
    NoWoman,

    /// <summary>Nobody at all can be considered.</summary>
    Nobody,

    /// <summary>The time was over before a team was found or shown to be impossible.</summary>
    Undecided,
}

/// <summary>The answer to a wish (R6).</summary>
/// <param name="Outcome">COMPOSED alone has teams, IMPOSSIBLE alone a way out.</param>
/// <param name="Best">None is better in the order of <see cref="TeamQuality"/>, if it is proven.</param>
/// <param name="Alternatives">Up to two, each the best of those that are clearly different (<see cref="TeamTask.Unlike"/>) from all before; fewer where there are no more.</param>
/// <param name="WayOut">What to give up.</param>
/// <param name="LeftOut">How many candidates could not be considered, by reason.</param>
internal sealed record Composition(
    CompositionOutcome Outcome, ComposedTeam? Best, IReadOnlyList<ComposedTeam> Alternatives, WayOut? WayOut, IReadOnlyDictionary<Ineligibility, int> LeftOut);

/// <summary>A team, and why it is this one.</summary>
/// <param name="Proven">No team is better; false where the time was over before that was sure.</param>
/// <param name="Members">By name.</param>
/// <param name="Coverage">Each requirement, in the order of the wish.</param>
/// <param name="Quality">What it was preferred for.</param>
/// <param name="Balance">Women and men (R8).</param>
/// <param name="GenderReach">Where knowledge of gender meets substance (R11).</param>
internal sealed record ComposedTeam(
    bool Proven, IReadOnlyList<TeamMember> Members, IReadOnlyList<CoveredPart> Coverage, TeamQuality Quality, TeamBalance Balance, IReadOnlyList<GenderReach> GenderReach);

/// <summary>Why somebody is in the team.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Covers">Parts of the wish that the member fulfils or counts for. Where it is empty the member is there for size or balance.</param>
/// <param name="AloneCovers">Those that the team would not fulfil without the member.</param>
/// <param name="Pinned">The asker named the member.</param>
/// <param name="SharedNationalities">Excluded nationalities of an insider (R16, R17).</param>
/// <param name="StandIns">Others who contribute the same: the first ten of them by a draw.</param>
internal sealed record TeamMember(
    string Name, IReadOnlyList<WishPart> Covers, IReadOnlyList<WishPart> AloneCovers, bool Pinned, IReadOnlyList<string> SharedNationalities, IReadOnlyList<string> StandIns);

/// <summary>What is weak about how something is covered.</summary>
internal enum Weakness
{
    /// <summary>By one member alone.</summary>
    OnePerson = 1,

    /// <summary>By nobody above the level that was asked, where there are levels above.</summary>
    NoDeeperThanAsked,
}

/// <summary>A requirement in a team.</summary>
/// <param name="Part">What was asked.</param>
/// <param name="Members">Who covers it.</param>
/// <param name="Weaknesses">Empty where it stands well.</param>
internal sealed record CoveredPart(WishPart Part, IReadOnlyList<string> Members, IReadOnlyList<Weakness> Weaknesses);

/// <summary>Women and men in a team (R8).</summary>
/// <param name="Members">All.</param>
/// <param name="Women">Of them.</param>
/// <param name="Men">Of them; who states neither counts for neither.</param>
/// <param name="Deciding">Members at decision level.</param>
/// <param name="WomenDeciding">Of them.</param>
/// <param name="Unbalanced">Women or men, or women among those who decide, fall below the share: a warning.</param>
internal sealed record TeamBalance(int Members, int Women, int Men, int Deciding, int WomenDeciding, bool Unbalanced);
