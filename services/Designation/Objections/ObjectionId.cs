using Concord.Platform.Persistence;

namespace Concord.Designation.Objections;

internal readonly record struct ObjectionId(Guid Value) : IStrongId<ObjectionId>
{
    public static string Collection => "objections";
    public static ObjectionId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ObjectionId id) => StrongId.TryParse(segment, out id);
    public static ObjectionId New() => new(Guid.CreateVersion7());
    public static bool operator >(ObjectionId left, ObjectionId right) => left.Value > right.Value;
    public static bool operator <(ObjectionId left, ObjectionId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
