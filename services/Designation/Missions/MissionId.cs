using Concord.Platform.Persistence;

namespace Concord.Designation.Missions;

internal readonly record struct MissionId(Guid Value) : IStrongId<MissionId>
{
    public static string Collection => "missions";
    public static MissionId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out MissionId id) => StrongId.TryParse(segment, out id);
    public static MissionId New() => new(Guid.CreateVersion7());
    public static bool operator >(MissionId left, MissionId right) => left.Value > right.Value;
    public static bool operator <(MissionId left, MissionId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
