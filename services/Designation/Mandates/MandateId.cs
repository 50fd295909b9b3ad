using Concord.Platform.Persistence;

namespace Concord.Designation.Mandates;

internal readonly record struct MandateId(Guid Value) : IStrongId<MandateId>
{
    public static string Collection => "mandates";
    public static MandateId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out MandateId id) => StrongId.TryParse(segment, out id);
    public static MandateId New() => new(Guid.CreateVersion7());
    public static bool operator >(MandateId left, MandateId right) => left.Value > right.Value;
    public static bool operator <(MandateId left, MandateId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
