using Concord.Platform.Persistence;

namespace Concord.Designation.Conduct;

internal readonly record struct ConductAcceptanceId(Guid Value) : IStrongId<ConductAcceptanceId>
{
    public static string Collection => "acceptances";
    public static ConductAcceptanceId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ConductAcceptanceId id) => StrongId.TryParse(segment, out id);
    public static ConductAcceptanceId New() => new(Guid.CreateVersion7());
    public static bool operator >(ConductAcceptanceId left, ConductAcceptanceId right) => left.Value > right.Value;
    public static bool operator <(ConductAcceptanceId left, ConductAcceptanceId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
