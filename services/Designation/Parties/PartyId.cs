using Concord.Platform.Persistence;

namespace Concord.Designation.Parties;

internal readonly record struct PartyId(Guid Value) : IStrongId<PartyId>
{
    public static string Collection => "parties";
    public static PartyId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out PartyId id) => StrongId.TryParse(segment, out id);
    public static PartyId New() => new(Guid.CreateVersion7());
    public static bool operator >(PartyId left, PartyId right) => left.Value > right.Value;
    public static bool operator <(PartyId left, PartyId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
