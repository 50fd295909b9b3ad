using Concord.Platform.Persistence;

namespace Concord.Designation.Ripeness;

internal readonly record struct RipenessFactorId(Guid Value) : IStrongId<RipenessFactorId>
{
    public static string Collection => "ripeness";
    public static RipenessFactorId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out RipenessFactorId id) => StrongId.TryParse(segment, out id);
    public static RipenessFactorId New() => new(Guid.CreateVersion7());
    public static bool operator >(RipenessFactorId left, RipenessFactorId right) => left.Value > right.Value;
    public static bool operator <(RipenessFactorId left, RipenessFactorId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
