using Concord.Platform.Persistence;

namespace Concord.Roster.SharingAgreements;

internal readonly record struct SharingAgreementId(Guid Value) : IStrongId<SharingAgreementId>
{
    public static string Collection => "sharingAgreements";
    public static SharingAgreementId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out SharingAgreementId id) => StrongId.TryParse(segment, out id);
    public static SharingAgreementId New() => new(Guid.CreateVersion7());
    public static bool operator >(SharingAgreementId left, SharingAgreementId right) => left.Value > right.Value;
    public static bool operator <(SharingAgreementId left, SharingAgreementId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
