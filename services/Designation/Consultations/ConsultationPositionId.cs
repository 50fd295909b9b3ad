using Concord.Platform.Persistence;

namespace Concord.Designation.Consultations;

internal readonly record struct ConsultationPositionId(Guid Value) : IStrongId<ConsultationPositionId>
{
    public static string Collection => "positions";
    public static ConsultationPositionId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ConsultationPositionId id) => StrongId.TryParse(segment, out id);
    public static ConsultationPositionId New() => new(Guid.CreateVersion7());
    public static bool operator >(ConsultationPositionId left, ConsultationPositionId right) => left.Value > right.Value;
    public static bool operator <(ConsultationPositionId left, ConsultationPositionId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
