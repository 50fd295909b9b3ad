using Concord.Platform.Persistence;

namespace Concord.Roster.Acceptance;

internal readonly record struct PersonAcceptanceId(Guid Value) : IStrongId<PersonAcceptanceId>
{
    public static string Collection => "acceptances";
    public static PersonAcceptanceId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out PersonAcceptanceId id) => StrongId.TryParse(segment, out id);
    public static PersonAcceptanceId New() => new(Guid.CreateVersion7());
    public static bool operator >(PersonAcceptanceId left, PersonAcceptanceId right) => left.Value > right.Value;
    public static bool operator <(PersonAcceptanceId left, PersonAcceptanceId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
