using Concord.Platform.Persistence;

namespace Concord.Designation.Texts;

internal readonly record struct DelegationId(Guid Value) : IStrongId<DelegationId>
{
    public static string Collection => "delegations";
    public static DelegationId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out DelegationId id) => StrongId.TryParse(segment, out id);
    public static DelegationId New() => new(Guid.CreateVersion7());
    public static bool operator >(DelegationId left, DelegationId right) => left.Value > right.Value;
    public static bool operator <(DelegationId left, DelegationId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
