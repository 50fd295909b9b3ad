using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Organizations;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SupportRequests;

/// <summary>What the desk does with a request (R147), each step on the version that was read: of two who take one at once, one has it and the other is told that it changed.</summary>
internal static class SupportDesk
{
    public static void MapSupportDesk(this RouteGroupBuilder api)
    {
        var requests = api.MapGroup("/supportRequests").WithTags("Support requests");
        requests.MapPost("/{supportRequest}:triage", TriageAsync).Needs(RosterPermissions.HandleSupportRequests).OnWhatWasRead().WithName("TriageSupportRequest").WithSummary("Say what a request asks for and until when it is answered");
        requests.MapPost("/{supportRequest}:assign", AssignAsync).Needs(RosterPermissions.HandleSupportRequests).OnWhatWasRead().WithName("AssignSupportRequest").WithSummary("Take a request, or give it to another person of the desk")
            .WithDescription("To another only where that account has acted or read here before; else whoever is to have it takes it.");
        requests.MapPost("/{supportRequest}:answer", AnswerAsync).Needs(RosterPermissions.HandleSupportRequests).OnWhatWasRead().WithName("AnswerSupportRequest").WithSummary("Answer a request that is assigned to you");
    }

    private static async Task<Ok<SupportRequestAnswer>> TriageAsync(
        SupportRequestId supportRequest, TriageSupport request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(supportRequest, db, caller, http, cancellationToken);
        found.Triage(request, caller, time.Now());
        return await SaveAsync(found, db, time, http, cancellationToken);
    }

    private static async Task<Ok<SupportRequestAnswer>> AssignAsync(
        SupportRequestId supportRequest, AssignSupport request, RosterDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(supportRequest, db, caller, http, cancellationToken);
        found.Assign(await AssigneeAsync(request, db, caller, cancellationToken), time.Now());
        return await SaveAsync(found, db, time, http, cancellationToken);
    }

    private static async Task<Ok<SupportRequestAnswer>> AnswerAsync(
        SupportRequestId supportRequest, AnswerSupport request, RosterDb db, PartnersService.PartnersServiceClient partners, Caller caller, TimeProvider time, HttpContext http,
        CancellationToken cancellationToken)
    {
        var found = await FindAsync(supportRequest, db, caller, http, cancellationToken);
        var answer = request.Checked();
        if (answer.RedirectedTo is { } organization && await partners.FindAsync(organization, cancellationToken) is null)
        {
            throw Fail.Invalid("redirectedTo", "No such organization is registered.");
        }

        await db.RequireProvidedAsync(answer.Provided!, caller, cancellationToken);
        found.Answer(answer, caller, time.Now());
        return await SaveAsync(found, db, time, http, cancellationToken);
    }

    // Whether an account exists only identity knows; but whoever has acted or read here came with a token of it.
    private static async Task<ActPerson> AssigneeAsync(AssignSupport request, RosterDb db, Caller caller, CancellationToken cancellationToken)
    {
        var oneself = new ActPerson(caller.Subject, caller.DisplayName);
        var assignee = AssignSupport.Checked(request.Assignee ?? oneself);
        if (assignee.Name == caller.Subject)
        {
            return oneself;
        }

        if (!caller.IsAnyOf(assignee.Name) && !await db.AuditEntries.AnyAsync(e => e.Actor == assignee.Name, cancellationToken))
        {
            throw Fail.Invalid("assignee", "Not seen at work here yet: whoever is to have it opens the request first, or takes it.");
        }

        return assignee;
    }

    private static async Task<SupportRequest> FindAsync(SupportRequestId id, RosterDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindSupportRequestAsync(id, caller, cancellationToken);
        http.Request.RequireRead(found);
        return found;
    }

    private static async Task<Ok<SupportRequestAnswer>> SaveAsync(SupportRequest request, RosterDb db, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(request, SupportRequestAnswer.Of(request, time.Now())));
    }
}
