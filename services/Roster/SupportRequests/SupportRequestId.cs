using Concord.Platform.Persistence;

namespace Concord.Roster.SupportRequests;

internal readonly record struct SupportRequestId(Guid Value) : IStrongId<SupportRequestId>
{
    public static string Collection => "supportRequests";
    public static SupportRequestId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out SupportRequestId id) => StrongId.TryParse(segment, out id);
    public static SupportRequestId New() => new(Guid.CreateVersion7());
    public static bool operator >(SupportRequestId left, SupportRequestId right) => left.Value > right.Value;
    public static bool operator <(SupportRequestId left, SupportRequestId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
