using Concord.Platform.Persistence;

namespace Concord.Designation.Objections;

internal readonly record struct NoLeadDecisionId(Guid Value) : IStrongId<NoLeadDecisionId>
{
    public static string Collection => "noLeadAgreed";
    public static NoLeadDecisionId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out NoLeadDecisionId id) => StrongId.TryParse(segment, out id);
    public static NoLeadDecisionId New() => new(Guid.CreateVersion7());
    public static bool operator >(NoLeadDecisionId left, NoLeadDecisionId right) => left.Value > right.Value;
    public static bool operator <(NoLeadDecisionId left, NoLeadDecisionId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
