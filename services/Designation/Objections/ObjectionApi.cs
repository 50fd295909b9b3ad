using System.ComponentModel;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Objections;

/// <summary>An objection and what was answered.</summary>
/// <param name="LeadEpoch">Of the designation that it is against.</param>
/// <param name="Organization">Who objects; absent where a party does.</param>
/// <param name="Party">Which party objects; absent where an organization does.</param>
/// <param name="Answer">What the appointing authority said; absent before.</param>
internal sealed record ObjectionAnswer(
    string Name, long LeadEpoch, string? Organization, string? OrganizationDisplayName, string? Party, string Text, Signature RaisedBy, DateTime CreateTime, string? Answer, Signature? AnsweredBy, DateTime? AnswerTime,
    string? WithdrawReason, Signature? WithdrawnBy, DateTime? WithdrawTime, string Etag)
{
    public static ObjectionAnswer Of(Objection o, OrganizationNames names) => new(
        o.Name, o.LeadEpoch, o.Organization, o.Organization is null ? null : names.Of(o.Organization), o.Party, o.Text, o.RaisedBy, o.CreateTime, o.AnswerText, o.AnsweredBy, o.AnswerTime,
        o.WithdrawReason, o.WithdrawnBy, o.WithdrawTime, ETag.Of(o));
}

/// <summary>Objections to a designation: find, decide, save, answer.</summary>
internal static class ObjectionApi
{
    public static void MapObjections(this RouteGroupBuilder api)
    {
        var objections = api.MapGroup("/processes/{process}/objections").WithTags("Objections");
        objections.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListObjections").WithSummary("List objections to who was designated");
        objections.MapGet("/{objection}", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetObjection").WithSummary("Get an objection and its answer");
        objections.MapPost("", RaiseAsync).Needs(DesignationPermissions.KeepObjections).WithName("RaiseObjection").WithSummary("Object to a designation for your organization, or record that a party does");
        objections.MapPost("/{objection}:withdraw", WithdrawAsync).Needs(DesignationPermissions.KeepObjections).WithName("WithdrawObjection").WithSummary("Withdraw an objection; it stays on record");
        objections.MapPost("/{objection}:answer", AnswerAsync).Needs(DesignationPermissions.DecideLead).WithName("AnswerObjection").WithSummary("Answer an objection as appointing authority");
    }

    private static async Task<Ok<Page<ObjectionAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only against the designation of this epoch.")] long? leadEpoch, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await db.Objections.Where(o => o.Process == process && (leadEpoch == null || o.LeadEpoch == leadEpoch))
            .PageAsync<Objection, ObjectionId, Objection>(page, $"{process}/objections?leadEpoch={leadEpoch}", o => o, cancellationToken);
        var names = await db.NamesAsync(found.Items.Select(o => o.Organization).OfType<string>(), cancellationToken);
        return TypedResults.Ok(new Page<ObjectionAnswer>([.. found.Items.Select(o => ObjectionAnswer.Of(o, names))], found.NextPageToken));
    }

    private static async Task<Ok<ObjectionAnswer>> GetAsync(ProcessId process, ObjectionId objection, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, objection, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, await ToAnswerAsync(db, found, cancellationToken)));
    }

    private static async Task<Created<ObjectionAnswer>> RaiseAsync(
        ProcessId process, RaiseObjection request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var against = await db.LeadDesignations.AsNoTracking().SingleOrDefaultAsync(d => d.Process == process && d.Epoch == request.LeadEpoch, cancellationToken);
        var objection = Objection.Raise(found, against, request, caller, time.Now());
        db.Add(objection);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{objection.Name}", response.Tagged(objection, await ToAnswerAsync(db, objection, cancellationToken)));
    }

    private static async Task<Ok<ObjectionAnswer>> WithdrawAsync(
        ProcessId process, ObjectionId objection, WithdrawObjection request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, objection, cancellationToken);
        http.Request.CheckMatch(found);
        found.Withdraw(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await ToAnswerAsync(db, found, cancellationToken)));
    }

    private static async Task<Ok<ObjectionAnswer>> AnswerAsync(
        ProcessId process, ObjectionId objection, AnswerObjection request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var seen = await db.FindProcessAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, objection, cancellationToken);
        http.Request.CheckMatch(found);
        seen.RequireAuthority(caller);
        found.Answer(request.Text, Signature.Of(caller), time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await ToAnswerAsync(db, found, cancellationToken)));
    }

    private static async Task<ObjectionAnswer> ToAnswerAsync(DesignationDb db, Objection objection, CancellationToken cancellationToken) =>
        ObjectionAnswer.Of(objection, await db.NamesAsync(objection.Organization is { } own ? [own] : [], cancellationToken));

    private static async Task<Objection> FindAsync(DesignationDb db, ProcessId process, ObjectionId id, CancellationToken cancellationToken) =>
        await db.Objections.SingleOrDefaultAsync(o => o.Id == id && o.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{id}");
}
