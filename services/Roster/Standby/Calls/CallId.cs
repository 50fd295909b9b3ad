using Concord.Platform.Persistence;

namespace Concord.Roster.Standby.Calls;

internal readonly record struct CallId(Guid Value) : IStrongId<CallId>
{
    public static string Collection => "calls";
    public static CallId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out CallId id) => StrongId.TryParse(segment, out id);
    public static CallId New() => new(Guid.CreateVersion7());
    public static bool operator >(CallId left, CallId right) => left.Value > right.Value;
    public static bool operator <(CallId left, CallId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
