using Concord.Platform.Persistence;

namespace Concord.Designation.Criteria;

internal readonly record struct CandidateStatementId(Guid Value) : IStrongId<CandidateStatementId>
{
    public static string Collection => "statements";
    public static CandidateStatementId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out CandidateStatementId id) => StrongId.TryParse(segment, out id);
    public static CandidateStatementId New() => new(Guid.CreateVersion7());
    public static bool operator >(CandidateStatementId left, CandidateStatementId right) => left.Value > right.Value;
    public static bool operator <(CandidateStatementId left, CandidateStatementId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
