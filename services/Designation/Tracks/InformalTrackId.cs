using Concord.Platform.Persistence;

namespace Concord.Designation.Tracks;

internal readonly record struct InformalTrackId(Guid Value) : IStrongId<InformalTrackId>
{
    public static string Collection => "informalTracks";
    public static InformalTrackId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out InformalTrackId id) => StrongId.TryParse(segment, out id);
    public static InformalTrackId New() => new(Guid.CreateVersion7());
    public static bool operator >(InformalTrackId left, InformalTrackId right) => left.Value > right.Value;
    public static bool operator <(InformalTrackId left, InformalTrackId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
