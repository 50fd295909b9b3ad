using System.ComponentModel;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Http;
using Concord.Platform.Idempotency;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Designation.Engagements;

/// <summary>Dialogue engagements: find, decide, save, answer. No fact leaves: nobody but the circle is to learn that there is one (R127).</summary>
internal static class EngagementApi
{
    public static void MapEngagements(this RouteGroupBuilder api)
    {
        var engagements = api.MapGroup("/processes/{process}/engagements").WithTags("Dialogue engagements");
        engagements.MapGet("", ListAsync).Needs(DesignationPermissions.ReadEngagements).WithName("ListEngagements").WithSummary("List the dialogue engagements whose circle names you");
        engagements.MapGet("/{engagement}", GetAsync).Needs(DesignationPermissions.ReadEngagements).WithName("GetEngagement").WithSummary("Get a dialogue engagement, what it is missing and what it warns of");
        engagements.MapPost("", ProposeAsync).Needs(DesignationPermissions.KeepEngagements).WithName("ProposeEngagement").WithSummary("Propose a dialogue engagement with an armed group");
        engagements.MapPatch("/{engagement}", EditAsync).Needs(DesignationPermissions.KeepEngagements).WithName("EditEngagement").WithSummary("Change the terms of an engagement")
            .WithDescription("It is proposed anew by that: what was assessed or approved was about other terms.");
        engagements.MapPost("/{engagement}:assess", AssessAsync).Needs(DesignationPermissions.KeepEngagements).WithName("AssessEngagement").WithSummary("Put the assessment before a second person");
        engagements.MapPost("/{engagement}:approve", ApproveAsync).OnWhatWasRead().Needs(DesignationPermissions.DecideEngagements).WithName("ApproveEngagement").WithSummary("Approve an engagement as second person");
        engagements.MapPost("/{engagement}:decline", DeclineAsync).OnWhatWasRead().Needs(DesignationPermissions.DecideEngagements).WithName("DeclineEngagement").WithSummary("Decline an engagement as second person");
        engagements.MapPost("/{engagement}:advance", AdvanceAsync).Needs(DesignationPermissions.KeepEngagements).WithName("AdvanceEngagement").WithSummary("Begin, suspend, resume or close the talks");
        engagements.MapPost("/{engagement}:review", ReviewAsync).Needs(DesignationPermissions.KeepEngagements).WithName("ReviewEngagement").WithSummary("Review an engagement, and say when next");
        engagements.MapPost("/{engagement}:addToCircle", AddToCircleAsync).Needs(DesignationPermissions.KeepEngagements).WithName("AddToEngagementCircle").WithSummary("Name an account that may know of the engagement");
        engagements.MapPost("/{engagement}:removeFromCircle", RemoveFromCircleAsync).Needs(DesignationPermissions.KeepEngagements).WithName("RemoveFromEngagementCircle").WithSummary("Take an account out of the circle");
    }

    private static async Task<Ok<Page<EngagementAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, TimeProvider time, [AsParameters] PageRequest page,
        [Description("Only active ones whose day of review is past.")] bool? overdue, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var now = time.Now();
        var query = db.Engagements.SeenBy(caller).Where(e => e.Process == process);
        query = overdue == true ? query.OverdueForReview(now) : query;
        return TypedResults.Ok(await query.PageAsync<Engagement, EngagementId, EngagementAnswer>(page, $"{process}/engagements?overdue={overdue == true}", e => EngagementAnswer.Of(e, found, now), cancellationToken));
    }

    private static async Task<Ok<EngagementAnswer>> GetAsync(
        ProcessId process, EngagementId engagement, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var (of, found) = await db.FindEngagementAsync(process, engagement, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, EngagementAnswer.Of(found, of, time.Now())));
    }

    private static async Task<Created<EngagementAnswer>> ProposeAsync(
        ProcessId process, ProposeEngagement request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        caller.RequireForCircle();
        var proposed = Engagement.Propose(EngagementId.New(), found, request.Engagement, request.Phase, request.ReviewOn, caller, time.Now());
        db.Add(proposed);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{proposed.Name}", response.Tagged(proposed, EngagementAnswer.Of(proposed, found, time.Now())));
    }

    private static async Task<Ok<EngagementAnswer>> EditAsync(
        ProcessId process, EngagementId engagement, MergePatch<EngagementTerms> patch, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (of, found) = await db.FindEngagementAsync(process, engagement, caller, cancellationToken);
        http.Request.RequireMatch(found);
        found.Edit(patch.ApplyTo(found.Terms), caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, EngagementAnswer.Of(found, of, time.Now())));
    }

    private static async Task<Ok<EngagementAnswer>> RemoveFromCircleAsync(
        ProcessId process, EngagementId engagement, RemoveFromCircle request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var (of, found) = await db.FindEngagementAsync(process, engagement, caller, cancellationToken);
        http.Request.CheckMatch(found);
        found.RemoveFromCircle(request.Account, request.Reason, caller, time.Now());
        await db.ForgetAnswersAsync(process.ToString(), cancellationToken); // what is kept for a retry would show it again to who is out of the circle
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, EngagementAnswer.Of(found, of, time.Now())));
    }

    private static Task<Ok<EngagementAnswer>> AssessAsync([AsParameters] OneEngagement one, EngagementReason request, CancellationToken cancellationToken) =>
        one.KeepAsync((e, _, caller, now) => e.Assess(request.Reason, caller, now), cancellationToken);

    private static Task<Ok<EngagementAnswer>> ApproveAsync([AsParameters] OneEngagement one, EngagementReason request, CancellationToken cancellationToken) =>
        one.DecideAsync((e, process, caller, now) => e.Approve(process, request.Reason, caller, now), cancellationToken);

    private static Task<Ok<EngagementAnswer>> DeclineAsync([AsParameters] OneEngagement one, EngagementReason request, CancellationToken cancellationToken) =>
        one.DecideAsync((e, _, caller, now) => e.Decline(request.Reason, caller, now), cancellationToken);

    private static Task<Ok<EngagementAnswer>> AdvanceAsync([AsParameters] OneEngagement one, AdvanceEngagement request, CancellationToken cancellationToken) =>
        one.KeepAsync((e, process, caller, now) => e.Advance(process, request.To, request.Reason, caller, now), cancellationToken);

    private static Task<Ok<EngagementAnswer>> ReviewAsync([AsParameters] OneEngagement one, ReviewEngagement request, CancellationToken cancellationToken) =>
        one.KeepAsync((e, _, caller, now) => e.Review(request.Finding, request.ReviewOn, caller, now), cancellationToken);

    private static Task<Ok<EngagementAnswer>> AddToCircleAsync([AsParameters] OneEngagement one, AddToCircle request, CancellationToken cancellationToken) =>
        one.KeepAsync((e, _, caller, now) => e.AddToCircle(request.Account, request.Why, caller, now), cancellationToken);
}
