namespace Concord.Designation.Inclusion;

/// <summary>Whose voices are heard (R54: S/2009/189 §22-23; recommendations 6 and 7 of the policy guidance).</summary>
internal enum InclusionGroup
{
    CivilSociety = 1,
    WomensGroups,
    ReligiousGroups,
    Elders,
    Scholars,
    Refugees,
    InternallyDisplacedPersons,
    Victims,
    Marginalized,
    Youth,
    PersonsWithDisabilities,
    PrivateSector,
    ThinkTanks,
    FaithBasedOrganizations,
}

internal static class InclusionGroups
{
    /// <summary>Groups that a compromise is most easily made at the cost of: they are asked before a strategy is approved (R47). Which those are is a design decision.</summary>
    public static bool IsVulnerable(this InclusionGroup group) => group is
        InclusionGroup.WomensGroups or InclusionGroup.Refugees or InclusionGroup.InternallyDisplacedPersons or InclusionGroup.Victims or InclusionGroup.Marginalized or InclusionGroup.Youth or InclusionGroup.PersonsWithDisabilities;
}
