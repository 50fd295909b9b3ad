using Concord.Platform.Persistence;

namespace Concord.Roster.Assessments;

internal readonly record struct AttributeAssessmentId(Guid Value) : IStrongId<AttributeAssessmentId>
{
    public static string Collection => "assessments";
    public static AttributeAssessmentId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out AttributeAssessmentId id) => StrongId.TryParse(segment, out id);
    public static AttributeAssessmentId New() => new(Guid.CreateVersion7());
    public static bool operator >(AttributeAssessmentId left, AttributeAssessmentId right) => left.Value > right.Value;
    public static bool operator <(AttributeAssessmentId left, AttributeAssessmentId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}
