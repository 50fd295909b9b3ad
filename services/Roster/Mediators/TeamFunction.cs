namespace Concord.Roster.Mediators;

/// <summary>What somebody does in the team of a mediator (R5).</summary>
internal enum TeamFunction
{
    /// <summary>Background briefings and proposals.</summary>
    BackgroundBriefing = 1,

    /// <summary>Identifies experts on the substance.</summary>
    SubstantiveExperts,
    LegalAdvice,

    /// <summary>Drafts agreements.</summary>
    Drafting,

    /// <summary>Only when the mediator asks for it (R7).</summary>
    TalksWithParties,
    Logistics,

    /// <summary>The strategy towards the public, and the media.</summary>
    Communication,
    PoliticalAnalysis,
}
