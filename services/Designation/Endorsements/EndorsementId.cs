using Concord.Platform.Persistence;

namespace Concord.Designation.Endorsements;

internal readonly record struct EndorsementId(Guid Value) : IStrongId<EndorsementId>
{
    public static string Collection => "endorsements";
    public static EndorsementId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out EndorsementId id) => StrongId.TryParse(segment, out id);
    public static EndorsementId New() => new(Guid.CreateVersion7());
    public static bool operator >(EndorsementId left, EndorsementId right) => left.Value > right.Value;
    public static bool operator <(EndorsementId left, EndorsementId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
