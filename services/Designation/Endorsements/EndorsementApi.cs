using System.ComponentModel;
using Concord.Designation.Mandates;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Endorsements;

/// <summary>An organ's endorsement of the mediator.</summary>
/// <param name="OrganName">Of another organ; absent of the two that are named.</param>
/// <param name="RolesToClarify">Granted, and nobody has clarified yet what the others do (para. 55).</param>
/// <param name="ClosedOn">When it was declined or withdrawn.</param>
internal sealed record EndorsementAnswer(
    string Name, EndorsingOrgan Organ, string? OrganName, string Scope, DateOnly RequestedOn, IReadOnlyList<DocumentReference> Documents, Signature RequestedBy, DateTime CreateTime, EndorsementState State,
    string? Symbol, DateOnly? AdoptedOn, string? Text, Signature? GrantProposedBy, Signature? GrantApprovedBy, DateTime? GrantTime, bool RolesToClarify, string? Clarification, Signature? ClarifiedBy, DateTime? ClarifyTime,
    DateOnly? ClosedOn, string? CloseReason, Signature? ClosedBy, string Etag)
{
    public static EndorsementAnswer Of(Endorsement e) => new(
        e.Name, e.Organ, e.OrganName, e.Scope, e.RequestedOn, e.Documents, e.RequestedBy, e.CreateTime, e.State, e.Symbol, e.AdoptedOn, e.Text, e.GrantProposedBy, e.GrantApprovedBy, e.GrantTime,
        e.RolesToClarify, e.Clarification, e.ClarifiedBy, e.ClarifyTime, e.ClosedOn, e.CloseReason, e.ClosedBy, ETag.Of(e));
}

/// <summary>Endorsements: find, decide, save, answer.</summary>
internal static class EndorsementApi
{
    public static void MapEndorsements(this RouteGroupBuilder api)
    {
        var endorsements = api.MapGroup("/processes/{process}/endorsements").WithTags("Endorsements");
        endorsements.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListEndorsements").WithSummary("List which organs endorse the mediator, or were asked to");
        endorsements.MapGet("/{endorsement}", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetEndorsement").WithSummary("Get an endorsement");
        endorsements.MapPost("", RequestAsync).Needs(DesignationPermissions.KeepEndorsements).WithName("RequestEndorsement").WithSummary("Record that an organ is asked to endorse the mediator");
        endorsements.MapPost("/{endorsement}:grant", GrantAsync).Needs(DesignationPermissions.KeepEndorsements).WithName("GrantEndorsement").WithSummary("Propose to record that the organ has endorsed")
            .WithDescription("Nothing changes yet: 202 with what now waits for a second person under `approvals/designation`.");
        endorsements.MapPost("/{endorsement}:decline", DeclineAsync).Needs(DesignationPermissions.KeepEndorsements).WithName("DeclineEndorsement").WithSummary("Record that the organ will not endorse");
        endorsements.MapPost("/{endorsement}:withdraw", WithdrawAsync).Needs(DesignationPermissions.KeepEndorsements).WithName("WithdrawEndorsement").WithSummary("Record that a request or an endorsement was taken back");
        endorsements.MapPost("/{endorsement}:clarifyRoles", ClarifyAsync).Needs(DesignationPermissions.KeepEndorsements).WithName("ClarifyRoles").WithSummary("Record what was clarified with the other actors after an endorsement");
    }

    private static async Task<Ok<Page<EndorsementAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only in this state.")] Choice<EndorsementState>? state, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var wanted = state?.Value;
        return TypedResults.Ok(await db.Endorsements.Where(e => e.Process == process && (wanted == null || e.State == wanted))
            .PageAsync<Endorsement, EndorsementId, EndorsementAnswer>(page, $"{process}/endorsements?state={state}", EndorsementAnswer.Of, cancellationToken));
    }

    private static async Task<Ok<EndorsementAnswer>> GetAsync(ProcessId process, EndorsementId endorsement, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, endorsement, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, EndorsementAnswer.Of(found)));
    }

    private static async Task<Created<EndorsementAnswer>> RequestAsync(
        ProcessId process, RequestEndorsement request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var endorsement = Endorsement.Request(found, request, Signature.Of(caller), time.Now());
        db.Add(endorsement);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{endorsement.Name}", response.Tagged(endorsement, EndorsementAnswer.Of(endorsement)));
    }

    private static async Task<Accepted<ProposedActAnswer>> GrantAsync(
        ProcessId process, EndorsementId endorsement, GrantEndorsement request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var seen = await db.FindProcessAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, endorsement, cancellationToken);
        http.Request.CheckMatch(found);
        var act = EndorsementGrant.Propose(db, seen, found, request, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted($"/api/v1/approvals/{DesignationModule.Name}/{act.Id.Value}", http.Response.Tagged(act, ProposedActAnswer.Of(DesignationModule.Name, act, time.Now())));
    }

    private static Task<Ok<EndorsementAnswer>> DeclineAsync(
        ProcessId process, EndorsementId endorsement, CloseEndorsement request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(db, process, endorsement, caller, http, e => e.Decline(request, Signature.Of(caller), time.Now()), cancellationToken);

    private static Task<Ok<EndorsementAnswer>> WithdrawAsync(
        ProcessId process, EndorsementId endorsement, CloseEndorsement request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(db, process, endorsement, caller, http, e => e.Withdraw(request, Signature.Of(caller), time.Now()), cancellationToken);

    private static Task<Ok<EndorsementAnswer>> ClarifyAsync(
        ProcessId process, EndorsementId endorsement, ClarifyRoles request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(db, process, endorsement, caller, http, e => e.Clarify(request.Clarification, Signature.Of(caller), time.Now()), cancellationToken);

    private static async Task<Ok<EndorsementAnswer>> ChangeAsync(
        DesignationDb db, ProcessId process, EndorsementId endorsement, Caller caller, HttpContext http, Action<Endorsement> change, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, endorsement, cancellationToken);
        http.Request.CheckMatch(found);
        change(found);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, EndorsementAnswer.Of(found)));
    }

    private static async Task<Endorsement> FindAsync(DesignationDb db, ProcessId process, EndorsementId id, CancellationToken cancellationToken) =>
        await db.Endorsements.SingleOrDefaultAsync(e => e.Id == id && e.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{id}");
}
