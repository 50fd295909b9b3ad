using Concord.Platform.Persistence;

namespace Concord.Designation.Situations;

internal readonly record struct SituationId(Guid Value) : IStrongId<SituationId>
{
    public static string Collection => "situations";
    public static SituationId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out SituationId id) => StrongId.TryParse(segment, out id);
    public static SituationId New() => new(Guid.CreateVersion7());
    public static bool operator >(SituationId left, SituationId right) => left.Value > right.Value;
    public static bool operator <(SituationId left, SituationId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
