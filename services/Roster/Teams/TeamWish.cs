using Concord.Roster.Mediators;
using Concord.Roster.Search;

namespace Concord.Roster.Teams;

/// <summary>How many women are wanted (R8). Both must hold; the share is rounded up to whole people.</summary>
/// <param name="Least">People.</param>
/// <param name="Percent">0 to 100: of the team, or of its members at decision level.</param>
internal sealed record WomenWish(int Least, int Percent);

/// <summary>The team that is wanted (R6). Everything that is named must hold; what is not named does not matter.</summary>
/// <param name="SmallestSize">Members, 1 or more.</param>
/// <param name="LargestSize">Members, at most <see cref="MaxSize"/>.</param>
/// <param name="Functions">Each held by somebody (R5).</param>
/// <param name="Expertise">Each area covered by somebody at that level or above.</param>
/// <param name="Languages">Languages of the parties, each spoken by somebody at that level or above.</param>
/// <param name="Women">In the team. One woman is always needed, but for <paramref name="WithoutWomanReason"/>.</param>
/// <param name="WomenAtDecisionLevel">Among the members who decide.</param>
/// <param name="Insiders">Least number of insiders (R17).</param>
/// <param name="Senior">The deployment is senior: advice on sexual violence in conflict and on gender must be within reach (R10).</param>
/// <param name="GenderAdviserLinked">An adviser outside the team is linked already, so that the team need not hold one (R10).</param>
/// <param name="ExcludedNationalities">Of the parties and whoever else has a stake (R16): ISO 3166-1 alpha-3 codes. Insiders belong to the society in conflict, so this does not touch them (R17).</param>
/// <param name="ExcludedInterests">Declared stakes that exclude anybody (R16).</param>
/// <param name="Days">Days on every one of which each member can work.</param>
/// <param name="Mode">How they work.</param>
/// <param name="Pinned">Names of people who must be in the team.</param>
/// <param name="Banned">Names of people who must not.</param>
/// <param name="BalancePercent">Share of women and of men below which a team is called unbalanced (R8): 0 to 50.</param>
/// <param name="WithoutWomanReason">Why a team without any woman is accepted (R8); null where it is not.</param>
/// <param name="GenderIn">Fields of substance, of <see cref="GenderReach.Fields"/>, in each of which somebody practises both the field and gender (R11).</param>
internal sealed record TeamWish(
    int SmallestSize, int LargestSize, IReadOnlyList<TeamFunction> Functions, IReadOnlyList<ExpertiseSkill> Expertise, IReadOnlyList<LanguageSkill> Languages,
    WomenWish Women, WomenWish WomenAtDecisionLevel, int Insiders, bool Senior, bool GenderAdviserLinked, IReadOnlyList<string> ExcludedNationalities,
    IReadOnlyList<string> ExcludedInterests, DaySpan Days, DeploymentMode Mode, IReadOnlyList<string> Pinned, IReadOnlyList<string> Banned,
    int BalancePercent = TeamWish.UsualBalance, string? WithoutWomanReason = null, IReadOnlyList<ExpertiseArea>? GenderIn = null)
{
    /// <summary>Largest team that is composed; also as far as a way out may enlarge one.</summary>
    public const int MaxSize = 20;

    /// <summary>Most languages of one wish.</summary>
    public const int MaxLanguages = 10;

    /// <summary>Most people that are pinned, and most that are banned.</summary>
    public const int MaxNamed = 200;

    /// <summary>Percent (R8).</summary>
    public const int UsualBalance = 40;

    /// <summary>Least number of women whatever else is given up (R8).</summary>
    public int FewestWomen => WithoutWomanReason is null ? 1 : 0;
}
