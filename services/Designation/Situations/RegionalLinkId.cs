using Concord.Platform.Persistence;

namespace Concord.Designation.Situations;

internal readonly record struct RegionalLinkId(Guid Value) : IStrongId<RegionalLinkId>
{
    public static string Collection => "regionalLinks";
    public static RegionalLinkId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out RegionalLinkId id) => StrongId.TryParse(segment, out id);
    public static RegionalLinkId New() => new(Guid.CreateVersion7());
    public static bool operator >(RegionalLinkId left, RegionalLinkId right) => left.Value > right.Value;
    public static bool operator <(RegionalLinkId left, RegionalLinkId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
