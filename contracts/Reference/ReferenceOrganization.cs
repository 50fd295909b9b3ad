namespace Concord.Contracts.Reference;

/// <summary>An organization that is loaded beforehand; <see cref="AsOf"/> and <see cref="Source"/> are those of its list of members, and <see cref="Gaps"/> says what that list lacks.</summary>
public sealed record ReferenceOrganization(
    string Code,
    string Acronym,
    ReferenceOrganizationKind Kind,
    string? Parent,
    LocalizedName Name,
    DateOnly? AsOf,
    string Source,
    string Gaps);

/// <summary>The kind of an organization that is loaded beforehand.</summary>
public enum ReferenceOrganizationKind
{
    /// <summary>The United Nations.</summary>
    UnitedNations,

    /// <summary>A regional organization.</summary>
    RegionalOrganization,

    /// <summary>A subregional organization.</summary>
    SubregionalOrganization,

    /// <summary>An organ of another organization, its parent.</summary>
    Organ,
}
