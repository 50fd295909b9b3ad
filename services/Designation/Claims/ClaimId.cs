using Concord.Platform.Persistence;

namespace Concord.Designation.Claims;

internal readonly record struct ClaimId(Guid Value) : IStrongId<ClaimId>
{
    public static string Collection => "claims";
    public static ClaimId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ClaimId id) => StrongId.TryParse(segment, out id);
    public static ClaimId New() => new(Guid.CreateVersion7());
    public static bool operator >(ClaimId left, ClaimId right) => left.Value > right.Value;
    public static bool operator <(ClaimId left, ClaimId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
