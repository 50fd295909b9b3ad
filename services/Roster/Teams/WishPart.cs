using Concord.Roster.Mediators;

namespace Concord.Roster.Teams;

/// <summary>What one part of a wish asks for. The order is that of the wish.</summary>
internal enum WishKind
{
    Function = 1,
    Expertise,
    Language,

    /// <summary>Advice on gender and on sexual violence in conflict within reach (R10). It is never given up: the way out is an adviser outside the team.</summary>
    GenderAdvice,

    /// <summary>Somebody who practises both gender and this field of substance (R11).</summary>
    GenderInSubstance,
    Women,
    WomenAtDecisionLevel,
    Insiders,
    SmallestSize,
    LargestSize,
    Pin,
    Ban,
}

/// <summary>One part of a wish, named so that it can be shown as covered, weak or to be given up.</summary>
/// <param name="Kind">Which of the fields beside is set; the counts of the wish set none.</param>
/// <param name="Function">Of FUNCTION.</param>
/// <param name="Expertise">Of EXPERTISE; the field of GENDER_IN_SUBSTANCE.</param>
/// <param name="Language">Of LANGUAGE.</param>
/// <param name="Person">Of PIN and BAN.</param>
internal sealed record WishPart(WishKind Kind, TeamFunction? Function = null, ExpertiseSkill? Expertise = null, LanguageSkill? Language = null, string? Person = null);
