using System.ComponentModel;
using Concord.Designation.V1;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Compartments;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.SupportRequests;

/// <summary>Whoever mediates asks for support, and says in the end whether it helped (R147).</summary>
internal static class SupportRequestApi
{
    public static void MapSupportRequests(this RouteGroupBuilder api)
    {
        var requests = api.MapGroup("/supportRequests").WithTags("Support requests");
        requests.MapGet("", ListAsync).Needs(RosterPermissions.ReadSupportRequests).WithName("ListSupportRequests").WithSummary("List requests for support: the desk all, others those of their organization");
        requests.MapGet("/{supportRequest}", GetAsync).Needs(RosterPermissions.ReadSupportRequests).WithName("GetSupportRequest").WithSummary("Get a request for support");
        requests.MapPost("", AskAsync).Needs(RosterPermissions.AskSupport).WithName("AskSupport").WithSummary("Ask for support to a mediation, in the name of one's organization");
        requests.MapPost("/{supportRequest}:close", CloseAsync).Needs(RosterPermissions.AskSupport).WithName("CloseSupportRequest").WithSummary("Close an answered request of one's organization, and say whether the answer helped");
    }

    private static async Task<Ok<Page<SupportRequestAnswer>>> ListAsync(
        RosterDb db, Caller caller, TimeProvider time, [AsParameters] PageRequest page, [Description("Only in this state.")] Choice<SupportRequestState>? state,
        [Description("Only those that this account of the desk has.")] string? assignee, [Description("Only those that are not answered in time, or only others.")] bool? overdue, CancellationToken cancellationToken)
    {
        NameFilter.Require(assignee, "accounts", "assignee");
        var (seen, wanted, now) = (db.SupportRequestsSeenBy(caller), state?.Value, time.Now());
        seen = wanted is null ? seen : seen.Where(r => r.State == wanted);
        seen = assignee is null ? seen : seen.Where(r => r.Assignee == assignee);
        seen = overdue is null ? seen : seen.Where(r => overdue.Value == (r.AnswerTime == null && r.DueTime < now));
        return TypedResults.Ok(await seen.PageAsync<SupportRequest, SupportRequestId, SupportRequestAnswer>(
            page, $"supportRequests?state={state}&assignee={assignee}&overdue={overdue}", r => SupportRequestAnswer.Of(r, now), cancellationToken));
    }

    private static async Task<Ok<SupportRequestAnswer>> GetAsync(SupportRequestId supportRequest, RosterDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindSupportRequestAsync(supportRequest, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, SupportRequestAnswer.Of(found, time.Now())));
    }

    private static async Task<Created<SupportRequestAnswer>> AskAsync(
        AskSupport request, RosterDb db, DesignationService.DesignationServiceClient designation, Caller caller, Atlas atlas, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var organization = caller.Organization ?? throw Fail.Because(PlatformReasons.PermissionDenied, "You act for no organization.");
        var now = time.Now();
        var received = SupportRequest.Receive(organization, request.Checked(atlas, DateOnly.FromDateTime(now)), caller, now);
        ProfileSight.RefuseAboveClearance(received.Classification, caller);
        Compartment.RefuseUnnamed(received.Classification, received.Process, caller);
        if (received.Process is { } process)
        {
            (await designation.RequireSeenAsync(process, cancellationToken)).RequireCoveredBy(received.Classification);
        }

        db.Add(received);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{received.Id}", response.Tagged(received, SupportRequestAnswer.Of(received, now)));
    }

    private static async Task<Ok<SupportRequestAnswer>> CloseAsync(
        SupportRequestId supportRequest, CloseSupport request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindSupportRequestAsync(supportRequest, caller, cancellationToken);
        http.Request.CheckMatch(found);
        var now = time.Now();
        found.Close(request.Checked(), caller, now);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, SupportRequestAnswer.Of(found, now)));
    }
}
