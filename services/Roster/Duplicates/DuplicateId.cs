using Concord.Platform.Persistence;

namespace Concord.Roster.Duplicates;

internal readonly record struct DuplicateId(Guid Value) : IStrongId<DuplicateId>
{
    public static string Collection => "duplicates";
    public static DuplicateId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out DuplicateId id) => StrongId.TryParse(segment, out id);
    public static DuplicateId New() => new(Guid.CreateVersion7());
    public static bool operator >(DuplicateId left, DuplicateId right) => left.Value > right.Value;
    public static bool operator <(DuplicateId left, DuplicateId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
