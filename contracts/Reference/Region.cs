namespace Concord.Contracts.Reference;

/// <summary>A geographic region of UN M49; only the world has no parent.</summary>
public sealed record Region(string M49, RegionLevel Level, string? Parent, LocalizedName Name);

/// <summary>The level of a region in UN M49.</summary>
public enum RegionLevel
{
    /// <summary>The world.</summary>
    World,

    /// <summary>A region, such as Africa.</summary>
    Region,

    /// <summary>A subregion, such as Sub-Saharan Africa.</summary>
    Subregion,

    /// <summary>An intermediate region, such as Eastern Africa.</summary>
    IntermediateRegion,
}
