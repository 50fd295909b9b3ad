using System.ComponentModel;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Deployments;

/// <summary>Who is sent (R12, R15, R21): planned for a request, confirmed, briefed, cleared, changed and called off.</summary>
internal static class DeploymentApi
{
    public static void MapDeployments(this RouteGroupBuilder api)
    {
        api.MapPost("/standbyRequests/{request}/deployments", PlanAsync).Needs(RosterPermissions.HandleStandby).WithTags("Deployments").WithName("PlanDeployment").WithSummary("Plan to send somebody for a request");
        var deployments = api.MapGroup("/deployments").WithTags("Deployments");
        deployments.MapGet("", ListAsync).Needs(RosterPermissions.ReadDeployments).WithName("ListDeployments").WithSummary("List who is sent");
        deployments.MapGet("/{deployment}", GetAsync).Needs(RosterPermissions.ReadDeployments).WithName("GetDeployment").WithSummary("Get the deployment of one person");
        deployments.MapPatch("/{deployment}", EditAsync).Needs(RosterPermissions.HandleStandby).WithName("EditDeployment").WithSummary("Change a deployment, its clearances included")
            .WithDescription("Other days or another mode of one that is confirmed are refused where the person is deployed then (R15).");
        deployments.MapPost("/{deployment}:confirm", ConfirmAsync).Needs(RosterPermissions.ApproveStandby).OnWhatWasRead().WithName("ConfirmDeployment").WithSummary("Decide to send somebody who was planned after the request was approved")
            .WithDescription("Within the days and the number of people that the request was approved for; for more there is another request.");
        deployments.MapPost("/{deployment}:brief", BriefAsync).Needs(RosterPermissions.HandleStandby).WithName("BriefDeployment").WithSummary("Record that the person was briefed");
        deployments.MapPost("/{deployment}:cancel", CancelAsync).Needs(RosterPermissions.HandleStandby).WithName("CancelDeployment").WithSummary("Call a deployment off before the departure");
        deployments.MapPost("/{deployment}:return", ReturnAsync).Needs(RosterPermissions.HandleStandby).WithName("ReturnDeployment").WithSummary("Record that the person is back before the others");
    }

    private static async Task<Ok<Page<DeploymentAnswer>>> ListAsync(
        RosterDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only for this request, by its resource name.")] string? request,
        [Description("Only of this person, by the resource name of the profile.")] string? profile, [Description("Only in this state.")] Choice<DeploymentState>? state, CancellationToken cancellationToken)
    {
        var query = db.DeploymentsSeenBy(caller);
        if (request is not null)
        {
            var id = ResourceName.TryParse<StandbyRequestId>(request, out var parsed) ? parsed : throw Fail.Invalid("request", "Expected the form standbyRequests/{uuid}.");
            query = query.Where(d => d.Request == id);
        }

        if (profile is not null)
        {
            var id = ParseProfile(profile);
            query = query.Where(d => d.Profile == id);
        }

        query = state is not { Value: var only } ? query : query.Where(d => d.State == only);
        return TypedResults.Ok(await query.PageAsync<Deployment, DeploymentId, DeploymentAnswer>(page, $"deployments?request={request}&profile={profile}&state={state}", DeploymentAnswer.Of, cancellationToken));
    }

    private static async Task<Ok<DeploymentAnswer>> GetAsync(DeploymentId deployment, RosterDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindDeploymentAsync(deployment, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, DeploymentAnswer.Of(found)));
    }

    private static async Task<Created<DeploymentAnswer>> PlanAsync(
        StandbyRequestId request, PlanDeployment body, RosterDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindStandbyRequestAsync(request, caller, cancellationToken);
        var person = await db.Profiles.IgnoreAutoIncludes().FindForAsync(ParseProfile(body.Profile), caller, cancellationToken);
        found.Replan(time.Now());
        RefuseHidden(person, found, "profile");
        var planned = Deployment.Plan(found, person.Id, body, time.Now());
        await RefuseTwiceAsync(planned, db, cancellationToken);
        db.Add(planned);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{planned.Id}", response.Tagged(planned, DeploymentAnswer.Of(planned)));
    }

    private static async Task<Ok<DeploymentAnswer>> EditAsync(
        DeploymentId deployment, MergePatch<DeploymentEdit> patch, RosterDb db, DeploymentBook book, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindDeploymentAsync(deployment, caller, cancellationToken);
        http.Request.RequireMatch(found);
        await book.EditAsync(found, patch.ApplyTo(found.Editable), cancellationToken);
        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<Ok<DeploymentAnswer>> ConfirmAsync(
        DeploymentId deployment, RosterDb db, DeploymentBook book, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindDeploymentAsync(deployment, caller, cancellationToken);
        http.Request.RequireRead(found);
        var request = await db.FindStandbyRequestAsync(found.Request, caller, cancellationToken);
        request.Join(time.Now());
        request.RequireAnother(caller);
        var joined = await book.OfAsync(found.Request, [DeploymentState.Confirmed], cancellationToken);
        request.RequireCovered(new Term(found.FirstDay, found.LastDay), joined.Append(found).DistinctBy(d => d.Profile).Count());
        request.RequireAdviser(await book.ConfirmAsync(found.Request, [found], cancellationToken));
        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<Ok<DeploymentAnswer>> BriefAsync(DeploymentId deployment, BriefDeployment body, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(deployment, db, caller, http, cancellationToken);
        found.Brief(body.Checked(Author.Of(caller), time.Now()), time.Now());
        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<Ok<DeploymentAnswer>> CancelAsync(DeploymentId deployment, CancelDeployment body, RosterDb db, DeploymentBook book, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(deployment, db, caller, http, cancellationToken);
        var check = new Violations();
        var reason = check.Text(body.Reason, "reason", 1000);
        check.ThrowIfAny();
        if (found.State == DeploymentState.Planned)
        {
            (await db.FindStandbyRequestAsync(found.Request, caller, cancellationToken)).Replan(time.Now());
        }

        await book.CancelAsync(found, reason, cancellationToken);
        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<Ok<DeploymentAnswer>> ReturnAsync(
        DeploymentId deployment, ReturnDeployment body, RosterDb db, DeploymentBook book, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(deployment, db, caller, http, cancellationToken);
        var check = new Violations();
        var last = check.Required(body.LastDay, "lastDay");
        check.Check(body.LastDay is null || (last >= found.FirstDay && last <= DateOnly.FromDateTime(time.Now())), "lastDay", "From the first day to today.");
        check.ThrowIfAny();
        await book.ReturnAsync(found, last, cancellationToken);
        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<Deployment> FindAsync(DeploymentId deployment, RosterDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindDeploymentAsync(deployment, caller, cancellationToken);
        http.Request.CheckMatch(found);
        return found;
    }

    private static async Task<Ok<DeploymentAnswer>> SaveAsync(Deployment deployment, RosterDb db, HttpContext http, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(deployment, DeploymentAnswer.Of(deployment)));
    }

    private static ProfileId ParseProfile(string? name) => ResourceName.TryParse<ProfileId>(name, out var id) ? id : throw Fail.Invalid("profile", "Expected the form profiles/{uuid}.");

    private static async Task RefuseTwiceAsync(Deployment planned, RosterDb db, CancellationToken cancellationToken)
    {
        var (request, person, first, last) = (planned.Request, planned.Profile, planned.FirstDay, planned.LastDay);
        if (await db.Deployments.AnyAsync(d => d.Request == request && d.Profile == person && (d.State == DeploymentState.Planned || d.State == DeploymentState.Confirmed) && d.FirstDay <= last && first <= d.LastDay, cancellationToken))
        {
            throw Fail.Because(RosterReasons.PersonPlanned, RosterReasons.PersonPlanned.Title, ("profile", person.ToString()));
        }
    }

    // A person is not told of by a record that more people see.
    internal static void RefuseHidden(Profile person, StandbyRequest request, string field)
    {
        person.RequireActive();
        if (person.Classification > request.Classification)
        {
            throw Fail.Invalid(field, "Is more closely classified than the request.");
        }
    }
}
