using Concord.Platform.Persistence;

namespace Concord.Roster.Deployments.CheckIns;

internal readonly record struct CheckInId(Guid Value) : IStrongId<CheckInId>
{
    public static string Collection => "checkIns";
    public static CheckInId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out CheckInId id) => StrongId.TryParse(segment, out id);
    public static CheckInId New() => new(Guid.CreateVersion7());
    public static bool operator >(CheckInId left, CheckInId right) => left.Value > right.Value;
    public static bool operator <(CheckInId left, CheckInId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
