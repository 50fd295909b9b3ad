using Concord.Platform.Persistence;

namespace Concord.Designation.Processes;

internal readonly record struct StateChangeId(Guid Value) : IStrongId<StateChangeId>
{
    public static string Collection => "stateHistory";
    public static StateChangeId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out StateChangeId id) => StrongId.TryParse(segment, out id);
    public static StateChangeId New() => new(Guid.CreateVersion7());
    public static bool operator >(StateChangeId left, StateChangeId right) => left.Value > right.Value;
    public static bool operator <(StateChangeId left, StateChangeId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
