using Concord.Platform.FourEyes;
using Concord.Platform.Http;

namespace Concord.Roster.Assessments;

/// <summary>That there is an assessment, without what it says: that is read one by one.</summary>
/// <param name="Name">Resource name, <c>profiles/{uuid}/assessments/{uuid}</c>.</param>
/// <param name="Criterion">The attribute it speaks to (R2).</param>
/// <param name="On">The day of the finding.</param>
/// <param name="AssessedBy">The assessor.</param>
/// <param name="Organization">Resource name of the assessor's organization.</param>
/// <param name="State">Whether it still stands.</param>
/// <param name="Replied">Whether the person has replied (R158).</param>
/// <param name="CreateTime">When it was recorded, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record AttributeAssessmentEntry(
    string Name, AssessedAttribute Criterion, DateOnly On, ActPerson AssessedBy, string? Organization, AttributeAssessmentState State, bool Replied, DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static AttributeAssessmentEntry Of(AttributeAssessment a) => new(
        a.Name, a.Criterion, a.On, a.AssessedBy.ToPerson(), a.AssessedBy.Organization, a.State, a.Reply is not null, a.CreateTime, a.UpdateTime, ETag.Of(a));
}

/// <summary>What an assessor found of one attribute of a person, and what the person says to it (R158).</summary>
/// <param name="Name">Resource name, <c>profiles/{uuid}/assessments/{uuid}</c>.</param>
/// <param name="Criterion">The attribute it speaks to (R2).</param>
/// <param name="On">The day of the finding.</param>
/// <param name="Finding">In the assessor's words.</param>
/// <param name="BasedOn">The assignment or the observation it rests on.</param>
/// <param name="Flags">What a review should look at (R3).</param>
/// <param name="AssessedBy">The assessor.</param>
/// <param name="Organization">Resource name of the assessor's organization.</param>
/// <param name="State">Whether it still stands.</param>
/// <param name="WithdrawReason">Why it was taken back.</param>
/// <param name="WithdrawnBy">Who took it back.</param>
/// <param name="WithdrawTime">When, UTC.</param>
/// <param name="Reply">In the words of the person.</param>
/// <param name="ReplyTime">When the person replied, or last corrected the reply, UTC.</param>
/// <param name="CreateTime">When it was recorded, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record AttributeAssessmentAnswer(
    string Name, AssessedAttribute Criterion, DateOnly On, string Finding, string BasedOn, IReadOnlyList<ReviewFlag> Flags, ActPerson AssessedBy, string? Organization, AttributeAssessmentState State,
    string? WithdrawReason, ActPerson? WithdrawnBy, DateTime? WithdrawTime, string? Reply, DateTime? ReplyTime, DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static AttributeAssessmentAnswer Of(AttributeAssessment a, AssessmentText text, string? reply, string? withdrawReason) => new(
        a.Name, a.Criterion, a.On, text.Finding, text.BasedOn, text.Flags, a.AssessedBy.ToPerson(), a.AssessedBy.Organization, a.State,
        withdrawReason, a.WithdrawnBy?.ToPerson(), a.WithdrawTime, reply, a.ReplyTime, a.CreateTime, a.UpdateTime, ETag.Of(a));
}
