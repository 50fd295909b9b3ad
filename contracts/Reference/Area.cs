namespace Concord.Contracts.Reference;

/// <summary>A country or area of ISO 3166-1; the region codes are those of UN M49 and are null where M49 gives none.</summary>
public sealed record Area(
    string Alpha3,
    string Alpha2,
    string M49,
    AreaKind Kind,
    string? Region,
    string? Subregion,
    string? IntermediateRegion,
    LocalizedName Name,
    bool IsLeastDeveloped,
    bool IsLandlockedDeveloping,
    bool IsSmallIslandDeveloping);

/// <summary>What an area is to the United Nations; it says nothing about sovereignty over it.</summary>
public enum AreaKind
{
    /// <summary>A member State or a non-member observer State of the United Nations.</summary>
    State,

    /// <summary>Any other territory with a code of its own.</summary>
    Area,
}
