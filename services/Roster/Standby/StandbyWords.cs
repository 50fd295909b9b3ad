namespace Concord.Roster.Standby;

/// <summary>How far a request is (R12).</summary>
internal enum StandbyState
{
    Requested = 1,
    Acknowledged,
    Approved,
    Departed,
    Completed,

    /// <summary>Not carried out; final.</summary>
    Declined,
}

/// <summary>Who may ask for people on standby (R13).</summary>
internal enum RequesterKind
{
    Envoy = 1,
    PeaceOperation,
    CountryTeam,
    RegionalOrganization,
    MemberState,
    CivilSociety,
}

/// <summary>What people on standby are asked for (R13).</summary>
internal enum StandbyTask
{
    Assessment = 1,
    Planning,
    ProcessDesign,
    Training,

    /// <summary>Coaching of parties, offered to all of them alike (R149).</summary>
    PartyCoaching,
    ThematicAdvice,
}

/// <summary>What a support package consists of (R24).</summary>
internal enum SupportPart
{
    ProcessExperts = 1,
    ThematicExperts,
    Funding,
    Logistics,

    /// <summary>Advice on gender in every phase of the talks (R11).</summary>
    GenderAdvice,
}

/// <summary>A phase of talks in which advice on gender is to be present (¶23, R11).</summary>
internal enum AdvisedPhase
{
    AgendaSetting = 1,
    SubstantiveTalks,
    Implementation,
}
