using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Mandates;

/// <summary>A party's request for a mediator, or an offer to it.</summary>
/// <param name="Note">How the answer is known, or why it was withdrawn.</param>
internal sealed record MediatorRequestAnswer(
    string Name, MediationEntry Entry, string Party, string Organization, string? OrganizationDisplayName, DateOnly MadeOn, RequestForm Form, string Text, IReadOnlyList<DocumentReference> Documents,
    MediatorRequestState State, DateOnly? AnsweredOn, string? Note, Signature RecordedBy, DateTime CreateTime, Signature? ClosedBy, DateTime? CloseTime, string Etag)
{
    public static MediatorRequestAnswer Of(MediatorRequest r, OrganizationNames names) => new(
        r.Name, r.Entry, r.Party, r.Organization, names.Of(r.Organization), r.MadeOn, r.Form, r.Text, r.Documents, r.State, r.AnsweredOn, r.Note, r.RecordedBy, r.CreateTime, r.ClosedBy, r.CloseTime, ETag.Of(r));
}

/// <summary>Requests for a mediator: find, decide, save, answer.</summary>
internal static class MediatorRequestApi
{
    public static void MapMediatorRequests(this RouteGroupBuilder api)
    {
        var requests = api.MapGroup("/processes/{process}/mediatorRequests").WithTags("Mandates");
        requests.MapGet("", ListAsync).Needs(DesignationPermissions.ReadMediatorRequests).WithName("ListMediatorRequests").WithSummary("List which parties sought a mediator, of whom, and what they were offered");
        requests.MapGet("/{mediatorRequest}", GetAsync).Needs(DesignationPermissions.ReadMediatorRequests).WithName("GetMediatorRequest").WithSummary("Get a request for a mediator");
        requests.MapPost("", RecordAsync).Needs(DesignationPermissions.KeepMediatorRequests).WithName("RecordMediatorRequest").WithSummary("Record that a party sought a mediator, or was offered one");
        requests.MapPost("/{mediatorRequest}:answer", AnswerAsync).Needs(DesignationPermissions.KeepMediatorRequests).WithName("AnswerMediatorRequest").WithSummary("Record what the other side answered");
        requests.MapPost("/{mediatorRequest}:withdraw", WithdrawAsync).Needs(DesignationPermissions.KeepMediatorRequests).WithName("WithdrawMediatorRequest").WithSummary("Record that it was taken back, or recorded in error");
    }

    private static async Task<Ok<Page<MediatorRequestAnswer>>> ListAsync(ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.ReadMediatorRequests, cancellationToken);
        var found = await db.MediatorRequests.Where(r => r.Process == process)
            .PageAsync<MediatorRequest, MediatorRequestId, MediatorRequest>(page, $"{process}/mediatorRequests", r => r, cancellationToken);
        var names = await db.NamesAsync(found.Items.Select(r => r.Organization), cancellationToken);
        return TypedResults.Ok(new Page<MediatorRequestAnswer>([.. found.Items.Select(r => MediatorRequestAnswer.Of(r, names))], found.NextPageToken));
    }

    private static async Task<Ok<MediatorRequestAnswer>> GetAsync(
        ProcessId process, MediatorRequestId mediatorRequest, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.ReadMediatorRequests, cancellationToken);
        var found = await FindAsync(db, process, mediatorRequest, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, await ToAnswerAsync(db, found, cancellationToken)));
    }

    private static async Task<Created<MediatorRequestAnswer>> RecordAsync(
        ProcessId process, RecordMediatorRequest request, DesignationDb db, Caller caller, OrganizationDirectory organizations, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var recorded = MediatorRequest.Record(found, request, Signature.Of(caller), time.Now());
        await organizations.AskAsync(recorded.Organization, cancellationToken);
        db.Add(recorded);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{recorded.Name}", response.Tagged(recorded, await ToAnswerAsync(db, recorded, cancellationToken)));
    }

    private static async Task<Ok<MediatorRequestAnswer>> AnswerAsync(
        ProcessId process, MediatorRequestId mediatorRequest, AnswerMediatorRequest request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, mediatorRequest, cancellationToken);
        http.Request.CheckMatch(found);
        found.Answer(request, Signature.Of(caller), time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await ToAnswerAsync(db, found, cancellationToken)));
    }

    private static async Task<Ok<MediatorRequestAnswer>> WithdrawAsync(
        ProcessId process, MediatorRequestId mediatorRequest, WithdrawMediatorRequest request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, mediatorRequest, cancellationToken);
        http.Request.CheckMatch(found);
        found.Withdraw(request.Reason, Signature.Of(caller), time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await ToAnswerAsync(db, found, cancellationToken)));
    }

    private static async Task<MediatorRequestAnswer> ToAnswerAsync(DesignationDb db, MediatorRequest request, CancellationToken cancellationToken) =>
        MediatorRequestAnswer.Of(request, await db.NamesAsync([request.Organization], cancellationToken));

    private static async Task<MediatorRequest> FindAsync(DesignationDb db, ProcessId process, MediatorRequestId id, CancellationToken cancellationToken) =>
        await db.MediatorRequests.SingleOrDefaultAsync(r => r.Id == id && r.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{id}");
}
