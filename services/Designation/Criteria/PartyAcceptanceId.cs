using Concord.Platform.Persistence;

namespace Concord.Designation.Criteria;

internal readonly record struct PartyAcceptanceId(Guid Value) : IStrongId<PartyAcceptanceId>
{
    public static string Collection => "acceptances";
    public static PartyAcceptanceId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out PartyAcceptanceId id) => StrongId.TryParse(segment, out id);
    public static PartyAcceptanceId New() => new(Guid.CreateVersion7());
    public static bool operator >(PartyAcceptanceId left, PartyAcceptanceId right) => left.Value > right.Value;
    public static bool operator <(PartyAcceptanceId left, PartyAcceptanceId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
