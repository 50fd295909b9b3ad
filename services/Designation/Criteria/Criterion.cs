namespace Concord.Designation.Criteria;

/// <summary>The kinds of actors whose advantages and drawbacks as mediators the annex of S/2009/189 describes (R31).</summary>
internal enum ActorKind
{
    UnitedNations = 1,

    /// <summary>Regional and subregional organizations: the annex speaks of both alike.</summary>
    RegionalOrganization,
    State,
    InternationalNgo,
    LocalNgo,
}

/// <summary>For or against.</summary>
internal enum CriterionSide
{
    Advantage = 1,
    Drawback,

    /// <summary>One or the other, as the situation is.</summary>
    Either,
}

/// <summary>One point by which actors of a kind are looked at: words only, nothing is counted or weighed (R31, R157).</summary>
/// <param name="Code">Stable; a statement refers to it.</param>
/// <param name="Side">For or against.</param>
/// <param name="Text">What is asked, in English.</param>
/// <param name="Source">The paragraph of S/2009/189 that says it.</param>
/// <param name="Kinds">Of whom it is said.</param>
internal sealed record Criterion(string Code, CriterionSide Side, string Text, string Source, IReadOnlyList<ActorKind> Kinds);
