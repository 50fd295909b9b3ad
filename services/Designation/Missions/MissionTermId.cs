using Concord.Platform.Persistence;

namespace Concord.Designation.Missions;

internal readonly record struct MissionTermId(Guid Value) : IStrongId<MissionTermId>
{
    public static string Collection => "terms";
    public static MissionTermId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out MissionTermId id) => StrongId.TryParse(segment, out id);
    public static MissionTermId New() => new(Guid.CreateVersion7());
    public static bool operator >(MissionTermId left, MissionTermId right) => left.Value > right.Value;
    public static bool operator <(MissionTermId left, MissionTermId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
