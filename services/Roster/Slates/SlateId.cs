using Concord.Platform.Persistence;

namespace Concord.Roster.Slates;

internal readonly record struct SlateId(Guid Value) : IStrongId<SlateId>
{
    public static string Collection => "slates";
    public static SlateId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out SlateId id) => StrongId.TryParse(segment, out id);
    public static SlateId New() => new(Guid.CreateVersion7());
    public static bool operator >(SlateId left, SlateId right) => left.Value > right.Value;
    public static bool operator <(SlateId left, SlateId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
