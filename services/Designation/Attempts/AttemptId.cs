using Concord.Platform.Persistence;

namespace Concord.Designation.Attempts;

internal readonly record struct AttemptId(Guid Value) : IStrongId<AttemptId>
{
    public static string Collection => "attempts";
    public static AttemptId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out AttemptId id) => StrongId.TryParse(segment, out id);
    public static AttemptId New() => new(Guid.CreateVersion7());
    public static bool operator >(AttemptId left, AttemptId right) => left.Value > right.Value;
    public static bool operator <(AttemptId left, AttemptId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
