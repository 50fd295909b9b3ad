using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Ripeness;

/// <summary>A judgement about one factor of ripeness.</summary>
/// <param name="Retraction">Who took it back, when and why; absent where it stands.</param>
internal sealed record RipenessAnswer(
    string Name, RipenessKind Kind, RipenessDirection Direction, string Statement, DateOnly AsOf, string Source, Signature By, DateTime CreateTime, Closing? Retraction, string Etag)
{
    public static RipenessAnswer Of(RipenessFactor f) => new(f.Name, f.Kind, f.Direction, f.Statement, f.AsOf, f.Source, f.By, f.CreateTime, f.Retraction, ETag.Of(f));
}

/// <summary>Factors of ripeness: find, decide, raise, save, answer.</summary>
internal static class RipenessApi
{
    public static void MapRipeness(this RouteGroupBuilder api)
    {
        var factors = api.MapGroup("/processes/{process}/ripeness").WithTags("Ripeness");
        factors.MapGet("", ListAsync).Needs(DesignationPermissions.ReadActorMap).WithName("ListRipeness").WithSummary("List what moves the parties towards talks, or away");
        factors.MapPost("", RecordAsync).Needs(DesignationPermissions.KeepGround).WithName("RecordRipeness").WithSummary("Record what moves the parties");
        factors.MapPost("/{factor}:retract", RetractAsync).Needs(DesignationPermissions.KeepGround).WithName("RetractRipeness").WithSummary("Take back a judgement");
    }

    private static async Task<Ok<Page<RipenessAnswer>>> ListAsync(ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.ReadActorMap, cancellationToken);
        return TypedResults.Ok(await db.RipenessFactors.Where(f => f.Process == process)
            .PageAsync<RipenessFactor, RipenessFactorId, RipenessAnswer>(page, $"{process}/ripeness", RipenessAnswer.Of, cancellationToken));
    }

    private static async Task<Created<RipenessAnswer>> RecordAsync(
        ProcessId process, RecordRipeness request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var factor = RipenessFactor.Record(found, request, caller, time.Now());
        db.Add(factor);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created((string?)null, response.Tagged(factor, RipenessAnswer.Of(factor)));
    }

    private static async Task<Ok<RipenessAnswer>> RetractAsync(
        ProcessId process, RipenessFactorId factor, RetractEntry request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var found = await db.RipenessFactors.SingleOrDefaultAsync(f => f.Id == factor && f.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{factor}");
        http.Request.CheckMatch(found);
        found.Retract(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, RipenessAnswer.Of(found)));
    }
}
