using Concord.Platform.Persistence;

namespace Concord.Designation.Talks;

internal readonly record struct FollowUpId(Guid Value) : IStrongId<FollowUpId>
{
    public static string Collection => "followUps";
    public static FollowUpId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out FollowUpId id) => StrongId.TryParse(segment, out id);
    public static FollowUpId New() => new(Guid.CreateVersion7());
    public static bool operator >(FollowUpId left, FollowUpId right) => left.Value > right.Value;
    public static bool operator <(FollowUpId left, FollowUpId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
