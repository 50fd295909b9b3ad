using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Designation.Engagements;

/// <summary>The parts of the assessment: each is appended (R122–R128, R130).</summary>
internal static class AssessmentApi
{
    public static void MapAssessment(this RouteGroupBuilder api)
    {
        var engagements = api.MapGroup("/processes/{process}/engagements").WithTags("Dialogue engagements");
        engagements.MapPost("/{engagement}:assessPhase", AssessPhaseAsync).Needs(DesignationPermissions.KeepEngagements).WithName("AssessEngagementPhase").WithSummary("Assess how near atrocities are");
        engagements.MapPost("/{engagement}:recordFinding", RecordFindingAsync).Needs(DesignationPermissions.KeepEngagements).WithName("RecordEngagementFinding").WithSummary("Document a prerequisite or a principle");
        engagements.MapPost("/{engagement}:assessRisk", AssessRiskAsync).Needs(DesignationPermissions.KeepEngagements).WithName("AssessEngagementRisk").WithSummary("Say what is done about a risk, and at what the talks stop");
        engagements.MapPost("/{engagement}:withdrawRisk", WithdrawRiskAsync).Needs(DesignationPermissions.KeepEngagements).WithName("WithdrawEngagementRisk").WithSummary("Take a risk out of the register, with the reason");
        engagements.MapPost("/{engagement}:recordLegalCheck", RecordLegalCheckAsync).Needs(DesignationPermissions.KeepEngagements).WithName("RecordEngagementLegalCheck").WithSummary("Record what the law of a participant's jurisdiction says");
        engagements.MapPost("/{engagement}:planGesture", PlanGestureAsync).Needs(DesignationPermissions.KeepEngagements).WithName("PlanEngagementGesture").WithSummary("Plan a ritual, ceremony or symbolic gesture");
        engagements.MapPost("/{engagement}:recordGesture", RecordGestureAsync).Needs(DesignationPermissions.KeepEngagements).WithName("RecordEngagementGesture").WithSummary("Record a planned gesture as it was");
    }

    private static Task<Ok<EngagementAnswer>> AssessPhaseAsync([AsParameters] OneEngagement one, PhaseTerms request, CancellationToken cancellationToken) =>
        one.KeepAsync((e, _, caller, now) => e.AssessPhase(request, caller, now), cancellationToken);

    private static Task<Ok<EngagementAnswer>> RecordFindingAsync([AsParameters] OneEngagement one, FindingTerms request, CancellationToken cancellationToken) =>
        one.KeepAsync((e, _, caller, now) => e.Record(request, caller, now), cancellationToken);

    private static Task<Ok<EngagementAnswer>> AssessRiskAsync([AsParameters] OneEngagement one, RiskTerms request, CancellationToken cancellationToken) =>
        one.KeepAsync((e, _, caller, now) => e.AssessRisk(request, caller, now), cancellationToken);

    private static Task<Ok<EngagementAnswer>> WithdrawRiskAsync([AsParameters] OneEngagement one, WithdrawRisk request, CancellationToken cancellationToken) =>
        one.KeepAsync((e, _, caller, now) => e.WithdrawRisk(request.Risk, request.Reason, caller, now), cancellationToken);

    private static Task<Ok<EngagementAnswer>> RecordLegalCheckAsync([AsParameters] OneEngagement one, LegalCheckTerms request, CancellationToken cancellationToken) =>
        one.KeepAsync((e, _, caller, now) => e.Record(request, caller, now), cancellationToken);

    private static Task<Ok<EngagementAnswer>> PlanGestureAsync([AsParameters] OneEngagement one, PlanGesture request, CancellationToken cancellationToken) =>
        one.KeepAsync((e, _, caller, now) => e.Plan(request.Gesture, request.AgreedWith, caller, now), cancellationToken);

    private static Task<Ok<EngagementAnswer>> RecordGestureAsync([AsParameters] OneEngagement one, RecordGesture request, CancellationToken cancellationToken) =>
        one.KeepAsync((e, _, caller, now) => e.RecordGesture(request.Number, request.Outcome, request.HeldOn, caller, now), cancellationToken);
}
