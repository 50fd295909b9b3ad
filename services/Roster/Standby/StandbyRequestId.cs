using Concord.Platform.Persistence;

namespace Concord.Roster.Standby;

internal readonly record struct StandbyRequestId(Guid Value) : IStrongId<StandbyRequestId>
{
    public static string Collection => "standbyRequests";
    public static StandbyRequestId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out StandbyRequestId id) => StrongId.TryParse(segment, out id);
    public static StandbyRequestId New() => new(Guid.CreateVersion7());
    public static bool operator >(StandbyRequestId left, StandbyRequestId right) => left.Value > right.Value;
    public static bool operator <(StandbyRequestId left, StandbyRequestId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
