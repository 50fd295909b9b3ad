using Concord.Platform.Persistence;

namespace Concord.Designation.Tracks;

internal readonly record struct EarlyEngagementId(Guid Value) : IStrongId<EarlyEngagementId>
{
    public static string Collection => "earlyEngagements";
    public static EarlyEngagementId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out EarlyEngagementId id) => StrongId.TryParse(segment, out id);
    public static EarlyEngagementId New() => new(Guid.CreateVersion7());
    public static bool operator >(EarlyEngagementId left, EarlyEngagementId right) => left.Value > right.Value;
    public static bool operator <(EarlyEngagementId left, EarlyEngagementId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
