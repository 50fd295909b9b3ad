using Concord.Platform.Persistence;

namespace Concord.Designation.Spoilers;

internal readonly record struct SpoilerId(Guid Value) : IStrongId<SpoilerId>
{
    public static string Collection => "spoilers";
    public static SpoilerId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out SpoilerId id) => StrongId.TryParse(segment, out id);
    public static SpoilerId New() => new(Guid.CreateVersion7());
    public static bool operator >(SpoilerId left, SpoilerId right) => left.Value > right.Value;
    public static bool operator <(SpoilerId left, SpoilerId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
