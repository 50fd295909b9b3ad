using Concord.Designation.V1;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Deployments;
using Concord.Roster.Leads;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Standby;

/// <summary>The steps of a request (R12): taken on, decided, departed, completed, reviewed; or declined before the departure.</summary>
internal static class StandbyVerbs
{
    public static void MapStandbyVerbs(this RouteGroupBuilder api)
    {
        var requests = api.MapGroup("/standbyRequests").WithTags("Standby requests");
        requests.MapPost("/{request}:acknowledge", AcknowledgeAsync).Needs(RosterPermissions.HandleStandby).WithName("AcknowledgeStandbyRequest").WithSummary("Take a request on");
        requests.MapPost("/{request}:approve", ApproveAsync).Needs(RosterPermissions.ApproveStandby).OnWhatWasRead().WithName("ApproveStandbyRequest").WithSummary("Decide to send everybody who is planned, as another person than who asked")
            .WithDescription("All of them are confirmed or nobody is: refused where one is deployed on one of the days (R15), has declined (R25), or is not available on one of them and has not accepted (R15), where they are more, or on other days, than was asked for, and where somebody senior has no adviser on gender (R10). What the support package lacks is told in `missing`.");
        requests.MapPost("/{request}:depart", DepartAsync).Needs(RosterPermissions.HandleStandby).WithName("DepartStandbyRequest").WithSummary("Record the departure of everybody who is confirmed")
            .WithDescription("Refused where somebody has declined and has not accepted since (R25), where somebody senior has no adviser on gender (R10), and where somebody who works in person has no security clearance. Where somebody was not briefed an alert says so (R21). Whoever was only planned is called off.");
        requests.MapPost("/{request}:complete", CompleteAsync).Needs(RosterPermissions.HandleStandby).WithName("CompleteStandbyRequest").WithSummary("Record that everybody is back; the after-action review is due from now on");
        requests.MapPost("/{request}:decline", DeclineAsync).Needs(RosterPermissions.HandleStandby).WithName("DeclineStandbyRequest").WithSummary("Decline a request before the departure; whoever was confirmed is free again");
        requests.MapPost("/{request}:review", ReviewAsync).Needs(RosterPermissions.HandleStandby).WithName("ReviewStandbyRequest").WithSummary("Record where the after-action review is found");
    }

    private static async Task<Ok<StandbyAnswer>> AcknowledgeAsync(
        StandbyRequestId request, RosterDb db, LeadKeeper leads, DesignationService.DesignationServiceClient designation, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request, db, caller, http, cancellationToken);
        found.Acknowledge(caller, time.Now());
        if (found.Process is { } process && await designation.AskAsync(process, cancellationToken) is { } seen)
        {
            await leads.TakeAsync(seen, cancellationToken); // a request of before this service listened
        }

        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<Ok<StandbyAnswer>> ApproveAsync(
        StandbyRequestId request, RosterDb db, DeploymentBook book, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindStandbyRequestAsync(request, caller, cancellationToken);
        http.Request.RequireRead(found);
        found.RequireAnother(caller);
        var planned = await book.OfAsync(request, [DeploymentState.Planned], cancellationToken);
        var people = planned.DistinctBy(d => d.Profile).Count();
        planned.ForEach(d => found.RequireCovered(new Term(d.FirstDay, d.LastDay), people));
        found.Approve(await book.ConfirmAsync(request, planned, cancellationToken), caller, time.Now());
        RequireAnybody(planned);
        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<Ok<StandbyAnswer>> DepartAsync(
        StandbyRequestId request, RosterDb db, DeploymentBook book, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request, db, caller, http, cancellationToken);
        var confirmed = await book.OfAsync(request, [DeploymentState.Confirmed], cancellationToken);
        found.RequireApproved();
        RequireAnybody(confirmed);
        found.Depart(await book.DepartAsync(request, confirmed, cancellationToken), time.Now());
        await CancelAsync(request, [DeploymentState.Planned], "The others have departed.", book, cancellationToken);
        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<Ok<StandbyAnswer>> CompleteAsync(
        StandbyRequestId request, RosterDb db, DeploymentBook book, Caller caller, IConfiguration configuration, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request, db, caller, http, cancellationToken);
        var now = time.Now();
        found.Complete(StandbyClock.ReviewDueAfter(now, configuration), now);
        foreach (var deployment in await book.OfAsync(request, [DeploymentState.Departed], cancellationToken))
        {
            await book.ReturnAsync(deployment, DateOnly.FromDateTime(now), cancellationToken);
        }

        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<Ok<StandbyAnswer>> DeclineAsync(
        StandbyRequestId request, DeclineStandby body, RosterDb db, DeploymentBook book, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request, db, caller, http, cancellationToken);
        found.Decline(body.Reason, caller, time.Now());
        await CancelAsync(request, [DeploymentState.Planned, DeploymentState.Confirmed], "The request was declined.", book, cancellationToken);
        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<Ok<StandbyAnswer>> ReviewAsync(StandbyRequestId request, RecordReview body, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(request, db, caller, http, cancellationToken);
        found.RecordReview(body.Review, time.Now());
        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static void RequireAnybody(List<Deployment> deployments)
    {
        if (deployments.Count == 0)
        {
            throw Fail.Because(RosterReasons.NobodyPlanned, RosterReasons.NobodyPlanned.Title);
        }
    }

    private static async Task CancelAsync(StandbyRequestId request, DeploymentState[] states, string reason, DeploymentBook book, CancellationToken cancellationToken)
    {
        foreach (var deployment in await book.OfAsync(request, states, cancellationToken))
        {
            await book.CancelAsync(deployment, reason, cancellationToken);
        }
    }

    private static async Task<StandbyRequest> FindAsync(StandbyRequestId request, RosterDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindStandbyRequestAsync(request, caller, cancellationToken);
        http.Request.CheckMatch(found);
        return found;
    }

    private static async Task<Ok<StandbyAnswer>> SaveAsync(StandbyRequest request, RosterDb db, HttpContext http, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(request, StandbyAnswer.Of(request)));
    }
}
