using Concord.Portal.Roster;

namespace Concord.Portal.Teams;

/// <summary>What the roster service answers to a wish for a team.</summary>
public sealed record Composition(string Outcome, ComposedTeam? Best, IReadOnlyList<ComposedTeam> Alternatives, WayOut? WayOut, IReadOnlyList<LeftOut> LeftOut)
{
    public const string Composed = "COMPOSED";
    public const string Impossible = "IMPOSSIBLE";

    /// <summary>Everybody whom it shows.</summary>
    public IEnumerable<ProposedPerson> People => Alternatives.Prepend(Best).OfType<ComposedTeam>().SelectMany(t => t.Members).SelectMany(m => m.StandIns.Prepend(m.Person));
}

/// <summary>A team, and what it was preferred for.</summary>
public sealed record ComposedTeam(bool Proven, IReadOnlyList<TeamMember> Members, IReadOnlyList<CoveredPart> Coverage, TeamQuality Quality, TeamBalance Balance, IReadOnlyList<GenderReach>? GenderReach = null);

/// <summary>A field of substance, and who practises it and gender.</summary>
public sealed record GenderReach(string Area, IReadOnlyList<string> Members);

/// <summary>A member, and why.</summary>
public sealed record TeamMember(
    ProposedPerson Person, IReadOnlyList<WishPart> Covers, IReadOnlyList<WishPart> AloneCovers, bool Pinned, IReadOnlyList<string> SharedNationalities, IReadOnlyList<ProposedPerson> StandIns);

public sealed record ProposedPerson(string Name, string DisplayName, bool Synthetic, string Gender, string? SeniorityLevel, IReadOnlyList<string> Nationalities, string Classification) : IMarked
{
    /// <summary>Where the person's record is read.</summary>
    public string Address => IsReconciler ? $"/{Name}" : $"/roster/{Frame.Address.Id(Name)}";

    /// <summary>An insider-reconciler: outside the roster and its levels.</summary>
    public bool IsReconciler => Name.StartsWith("insiders/", StringComparison.Ordinal);
}

/// <summary>A part of the wish; which of the fields is set, the kind says.</summary>
public sealed record WishPart(string Kind, string? Function = null, ExpertiseSkill? Expertise = null, LanguageSkill? Language = null, string? Person = null);

/// <summary>A part, who covers it, and what is weak about that.</summary>
public sealed record CoveredPart(WishPart Part, IReadOnlyList<string> Members, IReadOnlyList<string> Weaknesses);

public sealed record TeamQuality(int BalanceShort, int DoublyCovered, int Depth, int Size);

public sealed record TeamBalance(int Members, int Women, int Men, int Deciding, int WomenDeciding, bool Unbalanced);

/// <summary>The smallest changes that make a wish possible.</summary>
public sealed record WayOut(IReadOnlyList<Change> Changes, bool Proven);

public sealed record Change(WishPart Part, int Steps, int Able, string? Why);

/// <summary>How many people could not be considered, and why.</summary>
public sealed record LeftOut(string Reason, int Count);
