using Concord.Platform.Persistence;

namespace Concord.Designation.Conduct;

internal readonly record struct ConductCodeId(Guid Value) : IStrongId<ConductCodeId>
{
    public static string Collection => "codes";
    public static ConductCodeId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ConductCodeId id) => StrongId.TryParse(segment, out id);
    public static ConductCodeId New() => new(Guid.CreateVersion7());
    public static bool operator >(ConductCodeId left, ConductCodeId right) => left.Value > right.Value;
    public static bool operator <(ConductCodeId left, ConductCodeId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
