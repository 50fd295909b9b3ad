namespace Concord.Roster.Deployments;

/// <summary>How far the deployment of one person is.</summary>
internal enum DeploymentState
{
    /// <summary>Proposed for a request; holds the person on no day.</summary>
    Planned = 1,

    /// <summary>Decided: on these days the person has no other work (R15).</summary>
    Confirmed,
    Departed,
    Returned,

    /// <summary>Does not take place; final.</summary>
    Cancelled,
}

/// <summary>How far a clearance is.</summary>
internal enum ClearanceState
{
    NotAsked = 1,
    Asked,
    Granted,
    Refused,
}

/// <summary>On what somebody is briefed before dispatch (R21).</summary>
internal enum BriefingTopic
{
    /// <summary>Into the organization and its rules.</summary>
    Induction = 1,

    /// <summary>The conflict, its history and its actors.</summary>
    Situation,
    Mandate,
    Security,
    CodeOfConduct,
    Culture,

    /// <summary>Sexual violence in conflict, and the participation of women (R10).</summary>
    Gender,

    /// <summary>What the work does to those who do it, and where help is found (R23).</summary>
    Wellbeing,
}

/// <summary>What a deployment still lacks.</summary>
internal enum DeploymentGap
{
    /// <summary>No call says that the person accepts.</summary>
    NotAccepted = 1,

    /// <summary>The last answer of the person is a no; nobody departs with that.</summary>
    Declined,

    /// <summary>The windows of availability do not cover the days; of a deployment that is confirmed, one of them speaks against a day.</summary>
    NotAvailable,

    /// <summary>The standby contract ends before the work does (R14).</summary>
    ContractEnds,

    /// <summary>A nationality or a declared interest in the country (R16).</summary>
    ConflictOfInterest,

    /// <summary>Nobody has briefed the person (R21).</summary>
    NotBriefed,

    /// <summary>No security clearance that is valid to the last day.</summary>
    NotCleared,

    /// <summary>No travel clearance that is valid to the last day.</summary>
    NoTravelClearance,
}
