using Concord.Platform.Persistence;

namespace Concord.Designation.Processes;

internal readonly record struct ProcessId(Guid Value) : IStrongId<ProcessId>
{
    public static string Collection => "processes";
    public static ProcessId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ProcessId id) => StrongId.TryParse(segment, out id);
    public static ProcessId New() => new(Guid.CreateVersion7());
    public static bool operator >(ProcessId left, ProcessId right) => left.Value > right.Value;
    public static bool operator <(ProcessId left, ProcessId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
