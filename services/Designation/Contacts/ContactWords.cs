namespace Concord.Designation.Contacts;

/// <summary>What a contact was for.</summary>
internal enum MeetingKind
{
    /// <summary>A third party mediated between parties, or spoke for that with one.</summary>
    DirectMediation = 1,
    GoodOffices,

    /// <summary>On procedure, security or logistics, without substance.</summary>
    Technical,
    Informal,

    /// <summary>Discreet and low-key, before there are talks (R61, R146).</summary>
    EarlyContact,
}

/// <summary>At which level a party took part.</summary>
internal enum ContactLevel
{
    Leaders = 1,
    Delegation,
    Technical,
}

/// <summary>How a contact went for a party, as whoever recorded it judges.</summary>
internal enum ContactOutcome
{
    Unknown = 1,
    None,
    Favourable,
    Unfavourable,
}

/// <summary>Who made an early contact (R61).</summary>
internal enum ContactMaker
{
    Staff = 1,
    Envoy,
    ResidentCoordinator,
    Organization,

    /// <summary>Of the team of a mediator, who asked for it (R7).</summary>
    TeamMember,
}

/// <summary>What is known of where it was (R141).</summary>
internal enum VenueKind
{
    Unknown = 1,
    Place,
    Virtual,
}

/// <summary>How far what is recorded can be relied on.</summary>
internal enum Reliability
{
    Unknown = 1,

    /// <summary>Whoever recorded it took part.</summary>
    FirstHand,
    Confirmed,
    Plausible,
    Doubtful,
}

/// <summary>Who may suffer for it that this is on record (R156); asked before another organization is shown it.</summary>
internal enum Exposure
{
    NotAsked = 1,
    Nobody,
    Somebody,
}

/// <summary>What became of a record of a contact.</summary>
internal enum ContactState
{
    Recorded = 1,

    /// <summary>Another record says it better; this one stays readable.</summary>
    Corrected,

    /// <summary>It should never have been recorded; it stays readable, and counts for nothing.</summary>
    Withdrawn,
}
