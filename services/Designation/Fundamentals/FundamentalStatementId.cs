using Concord.Platform.Persistence;

namespace Concord.Designation.Fundamentals;

internal readonly record struct FundamentalStatementId(Guid Value) : IStrongId<FundamentalStatementId>
{
    public static string Collection => "fundamentals";
    public static FundamentalStatementId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out FundamentalStatementId id) => StrongId.TryParse(segment, out id);
    public static FundamentalStatementId New() => new(Guid.CreateVersion7());
    public static bool operator >(FundamentalStatementId left, FundamentalStatementId right) => left.Value > right.Value;
    public static bool operator <(FundamentalStatementId left, FundamentalStatementId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
