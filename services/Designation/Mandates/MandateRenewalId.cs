using Concord.Platform.Persistence;

namespace Concord.Designation.Mandates;

internal readonly record struct MandateRenewalId(Guid Value) : IStrongId<MandateRenewalId>
{
    public static string Collection => "renewals";
    public static MandateRenewalId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out MandateRenewalId id) => StrongId.TryParse(segment, out id);
    public static MandateRenewalId New() => new(Guid.CreateVersion7());
    public static bool operator >(MandateRenewalId left, MandateRenewalId right) => left.Value > right.Value;
    public static bool operator <(MandateRenewalId left, MandateRenewalId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
