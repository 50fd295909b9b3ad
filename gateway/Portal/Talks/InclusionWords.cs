namespace Concord.Portal.Talks;

/// <summary>What a form on inclusion offers, in the order of the designation service.</summary>
internal static class InclusionWords
{
    public static readonly string[] Groups =
    [
        "CIVIL_SOCIETY", "WOMENS_GROUPS", "RELIGIOUS_GROUPS", "ELDERS", "SCHOLARS", "REFUGEES", "INTERNALLY_DISPLACED_PERSONS", "VICTIMS", "MARGINALIZED", "YOUTH", "PERSONS_WITH_DISABILITIES", "PRIVATE_SECTOR",
        "THINK_TANKS", "FAITH_BASED_ORGANIZATIONS",
    ];

    public static readonly string[] Modes = ["PARTICIPANT", "OBSERVER", "CONSULTATIVE_FORUM", "PUBLIC_CONSULTATION"];
    public static readonly string[] Stages = ["PREPARATION", "AGENDA_SETTING", "SUBSTANTIVE_TALKS", "IMPLEMENTATION"];
    public static readonly string[] Statuses = ["PLANNED", "UNDER_WAY", "DONE", "GIVEN_UP"];
}
