using System.ComponentModel;
using Concord.Designation.V1;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Deployments;
using Concord.Roster.Geography;
using Concord.Roster.Leads;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Standby;

/// <summary>Requests for people on standby (R12, R13): asked, read, and what stands behind the people (R24).</summary>
internal static class StandbyApi
{
    public static void MapStandbyRequests(this RouteGroupBuilder api)
    {
        var requests = api.MapGroup("/standbyRequests").WithTags("Standby requests");
        requests.MapGet("", ListAsync).Needs(RosterPermissions.ReadStandby).WithName("ListStandbyRequests").WithSummary("List requests for people on standby");
        requests.MapGet("/{request}", GetAsync).Needs(RosterPermissions.ReadStandby).WithName("GetStandbyRequest").WithSummary("Get a request for people on standby");
        requests.MapPost("", AskAsync).Needs(RosterPermissions.AskStandby).WithName("RequestStandby").WithSummary("Ask for people on standby in the name of one's organization; from now on the clock runs")
            .WithDescription("A request for a process is at least as closely classified as the process. Nobody is charged (R13).");
        requests.MapPatch("/{request}", EditAsync).Needs(RosterPermissions.HandleStandby).WithName("EditStandbyRequest").WithSummary("Say what stands behind the people who are sent (R24)");
    }

    private static async Task<Ok<Page<StandbyAnswer>>> ListAsync(
        RosterDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only in this state.")] Choice<StandbyState>? state,
        [Description("Only for this process, by its resource name.")] string? process, CancellationToken cancellationToken)
    {
        NameFilter.Require(process, "processes", "process");
        var query = db.StandbyRequestsSeenBy(caller);
        query = state is not { Value: var only } ? query : query.Where(r => r.State == only);
        query = process is null ? query : query.Where(r => r.Process == process);
        return TypedResults.Ok(await query.PageAsync<StandbyRequest, StandbyRequestId, StandbyAnswer>(page, $"standbyRequests?state={state}&process={process}", StandbyAnswer.Of, cancellationToken));
    }

    private static async Task<Ok<StandbyAnswer>> GetAsync(StandbyRequestId request, RosterDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindStandbyRequestAsync(request, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, StandbyAnswer.Of(found)));
    }

    private static async Task<Created<StandbyAnswer>> AskAsync(
        RequestStandby body, RosterDb db, LeadKeeper leads, Caller caller, Atlas atlas, DesignationService.DesignationServiceClient designation, IConfiguration configuration, TimeProvider time, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var organization = caller.Organization ?? throw Fail.Because(PlatformReasons.PermissionDenied, "You act for no organization.");
        var now = time.Now();
        var terms = body.Checked(atlas, now);
        ProfileSight.RefuseAboveClearance(terms.Classification, caller);
        await CheckProcessAsync(terms, leads, designation, caller, cancellationToken);
        var asked = db.Add(StandbyRequest.Ask(terms, organization, caller, StandbyClock.DueAfter(now, configuration), now)).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{asked.Id}", response.Tagged(asked, StandbyAnswer.Of(asked)));
    }

    private static async Task CheckProcessAsync(StandbyTerms terms, LeadKeeper leads, DesignationService.DesignationServiceClient designation, Caller caller, CancellationToken cancellationToken)
    {
        if (terms.Process is not { } process)
        {
            return;
        }

        var seen = await designation.RequireSeenAsync(process, cancellationToken);
        seen.RequireCoveredBy(terms.Classification);

        if (!caller.IsNamedFor(terms.Classification, process))
        {
            throw Fail.Invalid("classification", "Strictly Confidential is for those who are named in the compartment of the process, and you are not.");
        }

        await leads.TakeAsync(seen, cancellationToken);
    }

    private static async Task<Ok<StandbyAnswer>> EditAsync(
        StandbyRequestId request, MergePatch<StandbyEdit> patch, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindStandbyRequestAsync(request, caller, cancellationToken);
        http.Request.RequireMatch(found);
        var adviser = found.Package.GenderAdviser;
        found.Edit(patch.ApplyTo(found.Editable), time.Now());
        if (found.Package.GenderAdviser is { } named && named != adviser && ResourceName.TryParse<ProfileId>(named, out var id))
        {
            var person = await db.Profiles.SeenBy(caller).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw Fail.Invalid("package.genderAdviser", "No such profile.");
            DeploymentApi.RefuseHidden(person, found, "package.genderAdviser");
        }

        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, StandbyAnswer.Of(found)));
    }
}
