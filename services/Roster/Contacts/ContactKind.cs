namespace Concord.Roster.Contacts;

/// <summary>A way to reach a person. Which ones there are is told with the profile; what they are is not.</summary>
internal enum ContactKind
{
    Email = 1,
    Phone,
    Postal,
    Messenger,
    Note,
    Emergency,
}

/// <summary>What somebody needs to reach a person for; entered into the audit chain before the contacts are shown.</summary>
internal enum ContactPurpose
{
    /// <summary>To ask whether the person would take a task.</summary>
    Availability = 1,

    /// <summary>To prepare or accompany a deployment.</summary>
    Deployment,

    /// <summary>To vet the person.</summary>
    Vetting,

    /// <summary>Something has happened to the person, or may.</summary>
    Emergency,

    /// <summary>To see whether what is kept is still right.</summary>
    Correction,

    /// <summary>The person asks what is kept.</summary>
    RequestOfThePerson,
}
