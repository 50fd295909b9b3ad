using Concord.Platform.Persistence;

namespace Concord.Designation.ParallelTracks;

internal readonly record struct TrackFindingId(Guid Value) : IStrongId<TrackFindingId>
{
    public static string Collection => "parallelTracks";
    public static TrackFindingId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out TrackFindingId id) => StrongId.TryParse(segment, out id);
    public static TrackFindingId New() => new(Guid.CreateVersion7());
    public static bool operator >(TrackFindingId left, TrackFindingId right) => left.Value > right.Value;
    public static bool operator <(TrackFindingId left, TrackFindingId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
