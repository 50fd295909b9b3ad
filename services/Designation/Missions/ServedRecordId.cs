using Concord.Platform.Persistence;

namespace Concord.Designation.Missions;

internal readonly record struct ServedRecordId(Guid Value) : IStrongId<ServedRecordId>
{
    public static string Collection => "served";
    public static ServedRecordId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ServedRecordId id) => StrongId.TryParse(segment, out id);
    public static ServedRecordId New() => new(Guid.CreateVersion7());
    public static bool operator >(ServedRecordId left, ServedRecordId right) => left.Value > right.Value;
    public static bool operator <(ServedRecordId left, ServedRecordId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
