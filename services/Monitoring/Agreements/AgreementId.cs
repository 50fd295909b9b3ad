using Concord.Platform.Persistence;

namespace Concord.Monitoring.Agreements;

internal readonly record struct AgreementId(Guid Value) : IStrongId<AgreementId>
{
    public static string Collection => "agreements";
    public static AgreementId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out AgreementId id) => StrongId.TryParse(segment, out id);
    public static AgreementId New() => new(Guid.CreateVersion7());
    public static bool operator >(AgreementId left, AgreementId right) => left.Value > right.Value;
    public static bool operator <(AgreementId left, AgreementId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
