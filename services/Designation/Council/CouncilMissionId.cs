using Concord.Platform.Persistence;

namespace Concord.Designation.Council;

internal readonly record struct CouncilMissionId(Guid Value) : IStrongId<CouncilMissionId>
{
    public static string Collection => "councilMissions";
    public static CouncilMissionId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out CouncilMissionId id) => StrongId.TryParse(segment, out id);
    public static CouncilMissionId New() => new(Guid.CreateVersion7());
    public static bool operator >(CouncilMissionId left, CouncilMissionId right) => left.Value > right.Value;
    public static bool operator <(CouncilMissionId left, CouncilMissionId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
