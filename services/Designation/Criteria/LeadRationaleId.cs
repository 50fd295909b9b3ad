using Concord.Platform.Persistence;

namespace Concord.Designation.Criteria;

internal readonly record struct LeadRationaleId(Guid Value) : IStrongId<LeadRationaleId>
{
    public static string Collection => "rationales";
    public static LeadRationaleId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out LeadRationaleId id) => StrongId.TryParse(segment, out id);
    public static LeadRationaleId New() => new(Guid.CreateVersion7());
    public static bool operator >(LeadRationaleId left, LeadRationaleId right) => left.Value > right.Value;
    public static bool operator <(LeadRationaleId left, LeadRationaleId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
