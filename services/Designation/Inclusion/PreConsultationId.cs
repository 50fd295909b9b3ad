using Concord.Platform.Persistence;

namespace Concord.Designation.Inclusion;

internal readonly record struct PreConsultationId(Guid Value) : IStrongId<PreConsultationId>
{
    public static string Collection => "preConsultations";
    public static PreConsultationId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out PreConsultationId id) => StrongId.TryParse(segment, out id);
    public static PreConsultationId New() => new(Guid.CreateVersion7());
    public static bool operator >(PreConsultationId left, PreConsultationId right) => left.Value > right.Value;
    public static bool operator <(PreConsultationId left, PreConsultationId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
