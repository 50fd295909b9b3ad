using Concord.Platform.Persistence;

namespace Concord.Designation.Lead;

internal readonly record struct LeadProposalId(Guid Value) : IStrongId<LeadProposalId>
{
    public static string Collection => "proposals";
    public static LeadProposalId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out LeadProposalId id) => StrongId.TryParse(segment, out id);
    public static LeadProposalId New() => new(Guid.CreateVersion7());
    public static bool operator >(LeadProposalId left, LeadProposalId right) => left.Value > right.Value;
    public static bool operator <(LeadProposalId left, LeadProposalId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
