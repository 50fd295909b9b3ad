using Concord.Platform.Persistence;

namespace Concord.Designation.Inclusion;

internal readonly record struct ExclusionFlagId(Guid Value) : IStrongId<ExclusionFlagId>
{
    public static string Collection => "exclusionFlags";
    public static ExclusionFlagId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ExclusionFlagId id) => StrongId.TryParse(segment, out id);
    public static ExclusionFlagId New() => new(Guid.CreateVersion7());
    public static bool operator >(ExclusionFlagId left, ExclusionFlagId right) => left.Value > right.Value;
    public static bool operator <(ExclusionFlagId left, ExclusionFlagId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
