namespace Concord.Roster.Slates;

/// <summary>What the appointment is to.</summary>
internal enum AppointmentKind
{
    Envoy = 1,
    Mediator,
    HeadOfMission,
    DeputyHeadOfMission,
    SeniorAdviser,
    Other,
}

internal enum SlateState
{
    /// <summary>Being composed; the appointing authority does not see it.</summary>
    Draft = 1,

    /// <summary>Before the appointing authority; it does not change any more.</summary>
    Submitted,

    /// <summary>Somebody was chosen from the short list.</summary>
    Approved,

    /// <summary>Nobody was.</summary>
    Rejected,
}

/// <summary>How far a candidate has come. Everybody is on the long list.</summary>
internal enum SlateList
{
    Long = 1,
    Short,
}

/// <summary>How it is seen whether somebody meets a criterion.</summary>
internal enum CriterionKind
{
    /// <summary>A function in a mediator's team (R5); by the profile.</summary>
    Function = 1,

    /// <summary>A theme at a level or above (R4); by the profile.</summary>
    Expertise,

    /// <summary>A language at a level or above; by the profile.</summary>
    Language,

    /// <summary>Work in a country or region; by the profile.</summary>
    Place,

    /// <summary>Knowledge of a culture, of the history, of risk factors or of populations at risk (R18); by the profile.</summary>
    Knowledge,

    /// <summary>Years of work in assignments; by the profile.</summary>
    Years,

    /// <summary>By an assessor, in words.</summary>
    Judged,
}

/// <summary>Whether somebody meets a criterion.</summary>
internal enum CriterionResult
{
    Met = 1,
    NotMet,

    /// <summary>Nobody has said.</summary>
    Open,
}

/// <summary>On what it rests.</summary>
internal enum FindingBasis
{
    Profile = 1,
    Assessor,
}

/// <summary>Whether a candidate is still there to be chosen. Nobody but those who are is named.</summary>
internal enum CandidateStanding
{
    Available = 1,
    Suspended,
    Retired,

    /// <summary>The person does not, or no longer, agree to be found.</summary>
    ConsentEnded,
    Erased,

    /// <summary>The profile is not for you.</summary>
    Withheld,
}
