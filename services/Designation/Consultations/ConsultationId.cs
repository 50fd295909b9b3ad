using Concord.Platform.Persistence;

namespace Concord.Designation.Consultations;

internal readonly record struct ConsultationId(Guid Value) : IStrongId<ConsultationId>
{
    public static string Collection => "consultations";
    public static ConsultationId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ConsultationId id) => StrongId.TryParse(segment, out id);
    public static ConsultationId New() => new(Guid.CreateVersion7());
    public static bool operator >(ConsultationId left, ConsultationId right) => left.Value > right.Value;
    public static bool operator <(ConsultationId left, ConsultationId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
