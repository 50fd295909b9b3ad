using Concord.Platform.Persistence;

namespace Concord.Designation.Council;

internal readonly record struct RecommendationId(Guid Value) : IStrongId<RecommendationId>
{
    public static string Collection => "recommendations";
    public static RecommendationId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out RecommendationId id) => StrongId.TryParse(segment, out id);
    public static RecommendationId New() => new(Guid.CreateVersion7());
    public static bool operator >(RecommendationId left, RecommendationId right) => left.Value > right.Value;
    public static bool operator <(RecommendationId left, RecommendationId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
