using Concord.Platform.Persistence;

namespace Concord.Designation.Tracks;

internal readonly record struct AssemblyTextId(Guid Value) : IStrongId<AssemblyTextId>
{
    public static string Collection => "assemblyTexts";
    public static AssemblyTextId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out AssemblyTextId id) => StrongId.TryParse(segment, out id);
    public static AssemblyTextId New() => new(Guid.CreateVersion7());
    public static bool operator >(AssemblyTextId left, AssemblyTextId right) => left.Value > right.Value;
    public static bool operator <(AssemblyTextId left, AssemblyTextId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
