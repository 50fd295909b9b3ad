namespace Concord.Roster.SharingAgreements;

/// <summary>
/// Fields of a profile that are shared together or not at all (R20). Name, gender and level are always among what an agreement opens; how a person is reached, what the person has declared or consented to, and what
/// others found of the person never are.
/// </summary>
internal enum SharedFields
{
    /// <summary>Languages, expertise, and what the person does in a team.</summary>
    Skills = 1,

    /// <summary>Places, conflicts and assignments, and what the person knows of places.</summary>
    Experience,

    /// <summary>Days on which the person can work, and how soon.</summary>
    Availability,
    Trainings,
    Nationalities,
}
