using Concord.Platform.Persistence;

namespace Concord.Designation.Council;

internal readonly record struct CouncilSummaryId(Guid Value) : IStrongId<CouncilSummaryId>
{
    public static string Collection => "councilSummaries";
    public static CouncilSummaryId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out CouncilSummaryId id) => StrongId.TryParse(segment, out id);
    public static CouncilSummaryId New() => new(Guid.CreateVersion7());
    public static bool operator >(CouncilSummaryId left, CouncilSummaryId right) => left.Value > right.Value;
    public static bool operator <(CouncilSummaryId left, CouncilSummaryId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
