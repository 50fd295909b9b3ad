namespace Concord.Roster.Assessments;

/// <summary>The attributes of a mediator (004 ¶15, R2), in the order of the source.</summary>
internal enum AssessedAttribute
{
    PoliticalSkill = 1,
    MediationSkill,
    Experience,
    Knowledge,
    Judgement,
    RelevantLanguages,

    /// <summary>Personal characteristics suitable for the cultural context.</summary>
    CulturalContext,
    UnderstandingOfTheConflict,

    /// <summary>Perceived as trustworthy.</summary>
    Trustworthiness,

    /// <summary>Perceived as impartial, while adhering to the Charter.</summary>
    Impartiality,

    /// <summary>Perceived as authoritative.</summary>
    Authority,
    Listening,
    ProblemSolving,

    /// <summary>Understands what moves the parties, and what concerns them.</summary>
    UnderstandingOfTheParties,
    Communication,
    HonestFeedback,
    Patience,
    Persistence,
    Creativity,
    Initiative,

    /// <summary>Tolerance for criticism and stress.</summary>
    StressTolerance,
    MediaHandling,

    /// <summary>Builds a network of political and financial support for the process.</summary>
    SupportNetwork,

    /// <summary>Works closely with the rest of the United Nations system.</summary>
    CoordinationWithTheSystem,
}

/// <summary>The seven deadly sins of mediation (004 footnote 6, R3): what an assessor may draw attention to.</summary>
internal enum ReviewFlagKind
{
    Ignorance = 1,
    Arrogance,
    Partiality,
    Impotence,
    Haste,
    Inflexibility,
    FalsePromises,
}

/// <summary>What became of an assessment.</summary>
internal enum AttributeAssessmentState
{
    Recorded = 1,

    /// <summary>Taken back with a reason; it stays readable and no longer changes.</summary>
    Withdrawn,
}
