using Concord.Platform.Persistence;

namespace Concord.Designation.Parties;

internal readonly record struct PartyVersionId(Guid Value) : IStrongId<PartyVersionId>
{
    public static string Collection => "history";
    public static PartyVersionId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out PartyVersionId id) => StrongId.TryParse(segment, out id);
    public static PartyVersionId New() => new(Guid.CreateVersion7());
    public static bool operator >(PartyVersionId left, PartyVersionId right) => left.Value > right.Value;
    public static bool operator <(PartyVersionId left, PartyVersionId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
