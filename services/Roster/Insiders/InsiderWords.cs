namespace Concord.Roster.Insiders;

/// <summary>By what an insider-reconciler has the trust of people (000 introduction and recommendation 11, R17).</summary>
internal enum InsiderKind
{
    Teacher = 1,
    HealthWorker,
    AgricultureOfficer,
    LivestockOfficer,
    ReligiousLeader,
    TraditionalLeader,
    CommunityLeader,
    BusinessPerson,
    WomensLeader,
    YouthLeader,
    Other,
}

/// <summary>What became of the record. There is no vetting and no ladder: an insider is no lower level of mediator.</summary>
internal enum InsiderState
{
    Active = 1,

    /// <summary>The person takes back the consent: nobody is shown any more who it is, until two persons have erased the record.</summary>
    ConsentWithdrawn,

    /// <summary>Put away for good.</summary>
    Retired,

    /// <summary>Nothing of the person is kept any more; the record does not exist for anybody.</summary>
    Erased,
}

/// <summary>How the person gave the consent to be on record.</summary>
internal enum PersonalConsentForm
{
    /// <summary>Written or signed.</summary>
    Written = 1,

    /// <summary>Said, and put on record by who heard it.</summary>
    Oral,
}
