using Concord.Platform.Persistence;

namespace Concord.Designation.Engagements;

internal readonly record struct EngagementId(Guid Value) : IStrongId<EngagementId>
{
    public static string Collection => "engagements";
    public static EngagementId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out EngagementId id) => StrongId.TryParse(segment, out id);
    public static EngagementId New() => new(Guid.CreateVersion7());
    public static bool operator >(EngagementId left, EngagementId right) => left.Value > right.Value;
    public static bool operator <(EngagementId left, EngagementId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
