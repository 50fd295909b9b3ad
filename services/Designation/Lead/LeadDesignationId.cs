using Concord.Platform.Persistence;

namespace Concord.Designation.Lead;

internal readonly record struct LeadDesignationId(Guid Value) : IStrongId<LeadDesignationId>
{
    public static string Collection => "leadHistory";
    public static LeadDesignationId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out LeadDesignationId id) => StrongId.TryParse(segment, out id);
    public static LeadDesignationId New() => new(Guid.CreateVersion7());
    public static bool operator >(LeadDesignationId left, LeadDesignationId right) => left.Value > right.Value;
    public static bool operator <(LeadDesignationId left, LeadDesignationId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
