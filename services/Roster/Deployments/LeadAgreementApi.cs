using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Deployments;

/// <summary>The lead of a process agrees that somebody who is sent for it has other work at the same time (R15), and takes that back.</summary>
internal static class LeadAgreementApi
{
    public static void MapLeadAgreements(this RouteGroupBuilder api)
    {
        var deployments = api.MapGroup("/deployments").WithTags("Deployments");
        deployments.MapPost("/{deployment}:agree", AgreeAsync).Needs(RosterPermissions.AgreeDeployments).OnWhatWasRead().WithName("AgreeDeployment").WithSummary("Agree, for the lead of the process, that the person has other work on the same days")
            .WithDescription("By an organization that leads the process of the request now; where the request is for no process, by the one that asked. A person is in two deployments on one day where one of them is from afar and each has this agreement (R15). It counts whoever leads next, until it is taken back; more days, or another mode, ask for it anew.");
        deployments.MapPost("/{deployment}:withdrawAgreement", WithdrawAsync).Needs(RosterPermissions.AgreeDeployments).WithName("WithdrawDeploymentAgreement").WithSummary("Take back, for the lead of the process, that the person has other work on the same days")
            .WithDescription("Refused while the person is in two deployments on one day (R15): one of them is called off or made shorter first.");
    }

    private static async Task<Ok<DeploymentAnswer>> AgreeAsync(DeploymentId deployment, RosterDb db, DeploymentBook book, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        await KeepAsync(deployment, http.Request.RequireRead, (epoch, now) => new LeadAgreement(Author.Of(caller), epoch, now), db, book, caller, time, http, cancellationToken);

    private static async Task<Ok<DeploymentAnswer>> WithdrawAsync(DeploymentId deployment, RosterDb db, DeploymentBook book, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        await KeepAsync(deployment, http.Request.CheckMatch, (_, _) => null, db, book, caller, time, http, cancellationToken);

    private static async Task<Ok<DeploymentAnswer>> KeepAsync(
        DeploymentId deployment, Action<IVersioned> match, Func<long?, DateTime, LeadAgreement?> said, RosterDb db, DeploymentBook book, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindDeploymentAsync(deployment, caller, cancellationToken);
        match(found);
        var epoch = await RequireLeadAsync(found, db, caller, cancellationToken);
        await book.KeepAgreementAsync(found, said(epoch, time.Now()), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, DeploymentAnswer.Of(found)));
    }

    // Mediation support and whoever asked see the deployment too, and do not agree in the place of the lead.
    private static async Task<long?> RequireLeadAsync(Deployment deployment, RosterDb db, Caller caller, CancellationToken cancellationToken)
    {
        var request = await db.StandbyRequests.AsNoTracking().SingleAsync(r => r.Id == deployment.Request, cancellationToken);
        var lead = request.Process is { } process ? await db.ProcessLeads.AsNoTracking().SingleOrDefaultAsync(l => l.Process == process, cancellationToken) : null;
        if (request.Process is null ? request.Organization == caller.Organization : lead?.IsHeldBy(caller.Organization) == true)
        {
            return lead?.Epoch;
        }

        throw Fail.Because(RosterReasons.AgreementOfTheLead, RosterReasons.AgreementOfTheLead.Title, ("deployment", deployment.Id.ToString()));
    }
}
