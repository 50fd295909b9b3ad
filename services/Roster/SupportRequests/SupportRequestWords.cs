namespace Concord.Roster.SupportRequests;

/// <summary>Who asks (R13, R147).</summary>
internal enum SupportRequester
{
    Envoy = 1,
    PeaceOperation,

    /// <summary>A resident coordinator, or the country team.</summary>
    CountryTeam,

    /// <summary>A department, a programme or an agency.</summary>
    UnitedNationsEntity,
    RegionalOrganization,
    State,
    CivilSociety,
}

/// <summary>The two systems of focal points through which requests may come (S/2009/189, para. 5).</summary>
internal enum FocalPointSystem
{
    Department = 1,
    UnitedNations,
}

/// <summary>How soon an answer is needed; each has a time within which the desk answers, unless it sets another.</summary>
internal enum SupportUrgency
{
    /// <summary>Within ten days.</summary>
    Routine = 1,

    /// <summary>Within three days.</summary>
    Urgent,

    /// <summary>Within a day.</summary>
    Immediate,
}

/// <summary>What is asked for (R13, R24).</summary>
internal enum SupportRequestKind
{
    /// <summary>Somebody who mediates.</summary>
    Mediator = 1,
    Team,
    StandbyExpert,

    /// <summary>On the design of a mediation, a facilitation or a national dialogue.</summary>
    ProcessAdvice,
    ThematicAdvice,
    Assessment,

    /// <summary>Of the parties or of those who mediate.</summary>
    TrainingAndCoaching,
    Funding,
    AdministrationAndLogistics,
    Other,
}

/// <summary>How far a request is. What was reached is never taken back.</summary>
internal enum SupportRequestState
{
    Received = 1,
    Triaged,
    Assigned,
    Answered,
    Closed,
}

/// <summary>What the desk says.</summary>
internal enum SupportOutcome
{
    Accepted = 1,
    Declined,

    /// <summary>Another organization is the right one to ask.</summary>
    Redirected,
}

/// <summary>Whether it helped, as the asker says; no score is made of it (R157).</summary>
internal enum SupportUsefulness
{
    Helped = 1,
    HelpedInPart,
    DidNotHelp,
}
