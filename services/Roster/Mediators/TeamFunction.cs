namespace Concord.Roster.Mediators;

/// <summary>What a member does for the mediator (R5).</summary>
internal enum TeamFunction
{
    BackgroundBriefing = 1,
    SubstantiveExperts,
    LegalAdvice,
    Drafting,

    /// <summary>Only at the mediator's request (R7).</summary>
    TalksWithParties,
    Logistics,
    Communication,
    PoliticalAnalysis,
}
