using Concord.Platform.Persistence;

namespace Concord.Designation.Measures;

internal readonly record struct MeasureId(Guid Value) : IStrongId<MeasureId>
{
    public static string Collection => "measures";
    public static MeasureId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out MeasureId id) => StrongId.TryParse(segment, out id);
    public static MeasureId New() => new(Guid.CreateVersion7());
    public static bool operator >(MeasureId left, MeasureId right) => left.Value > right.Value;
    public static bool operator <(MeasureId left, MeasureId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
