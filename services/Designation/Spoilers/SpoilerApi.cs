using System.ComponentModel;
using Concord.Contracts.Access;
using Concord.Designation.Parties;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Spoilers;

/// <summary>Spoilers: find, decide, raise, save, answer.</summary>
internal static class SpoilerApi
{
    public static void MapSpoilers(this RouteGroupBuilder api)
    {
        var spoilers = api.MapGroup("/processes/{process}/spoilers").WithTags("Spoilers");
        spoilers.MapGet("", ListAsync).Needs(DesignationPermissions.ReadSpoilers).WithName("ListSpoilers").WithSummary("List who is held for a spoiler, by whom and why");
        api.MapGet("/processes/-/spoilers", ListUnaddressedAsync).WithTags("Spoilers").Needs(DesignationPermissions.ReadSpoilers).WithName("ListUnaddressedSpoilers").WithSummary("List spoilers that nobody has a strategy for, where agreement is near");
        spoilers.MapGet("/{spoiler}", GetAsync).Needs(DesignationPermissions.ReadSpoilers).WithName("GetSpoiler").WithSummary("Get a judgement about a spoiler, with its reviews");
        spoilers.MapPost("", RecordAsync).Needs(DesignationPermissions.KeepSpoilers).WithName("RecordSpoiler").WithSummary("Record the judgement that a party works against the process");
        spoilers.MapPost("/{spoiler}:review", ReviewAsync).Needs(DesignationPermissions.KeepSpoilers).WithName("ReviewSpoiler").WithSummary("Look at a judgement again, and say how the spoiler is dealt with")
            .WithDescription("What has been shown to be dangerous is recorded, and the answer warns of it.");
        spoilers.MapPost("/{spoiler}:end", EndAsync).Needs(DesignationPermissions.KeepSpoilers).WithName("EndSpoiler").WithSummary("End a judgement about a spoiler, with the reason");
    }

    private static async Task<Ok<Page<SpoilerAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("With those that have ended; false where absent.")] bool? ended, CancellationToken cancellationToken)
    {
        await db.FindProcessOfSpoilersAsync(process, caller, cancellationToken);
        var query = db.Spoilers.Where(s => s.Process == process && (ended == true || s.EndTime == null));
        return TypedResults.Ok(await query.PageAsync<Spoiler, SpoilerId, SpoilerAnswer>(page, $"{process}/spoilers?ended={ended == true}", SpoilerAnswer.Of, cancellationToken));
    }

    private static async Task<Ok<Page<SpoilerAnswer>>> ListUnaddressedAsync(DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var cleared = caller.IsClearedFor(Classification.Confidential);
        var unaddressed = db.Unaddressed().Where(_ => cleared);
        if (!caller.HoldsBesideMediating(DesignationPermissions.ReadSpoilers))
        {
            var conducted = await db.ConductedAsync(caller, cancellationToken);
            unaddressed = unaddressed.Where(s => conducted.Contains(s.Process));
        }

        var query = unaddressed.Join(db.Processes.SeenBy(caller), s => s.Process, p => p.Id, (s, _) => s);
        var found = await query.PageAsync<Spoiler, SpoilerId, Spoiler>(page, "processes/-/spoilers", s => s, cancellationToken);
        foreach (var process in found.Items.Select(s => s.Process).Distinct())
        {
            db.NoteRead(process.ToString(), Classification.Confidential);
        }

        return TypedResults.Ok(new Page<SpoilerAnswer>([.. found.Items.Select(SpoilerAnswer.Of)], found.NextPageToken));
    }

    private static async Task<Ok<SpoilerAnswer>> GetAsync(ProcessId process, SpoilerId spoiler, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.FindProcessOfSpoilersAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, spoiler, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, SpoilerAnswer.Of(found)));
    }

    private static async Task<Created<SpoilerAnswer>> RecordAsync(
        ProcessId process, SpoilerJudgement request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessOfSpoilersAsync(process, caller, cancellationToken);
        var spoiler = Spoiler.Record(found, await db.PartyNamedAsync(process, request.Party, "party", cancellationToken), request, caller, time.Now());
        db.Add(spoiler);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{spoiler.Name}", response.Tagged(spoiler, SpoilerAnswer.Of(spoiler)));
    }

    private static async Task<Ok<SpoilerAnswer>> ReviewAsync(
        ProcessId process, SpoilerId spoiler, ReviewSpoiler request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.FindProcessOfSpoilersAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, spoiler, cancellationToken);
        http.Request.CheckMatch(found);
        found.Review(request, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, SpoilerAnswer.Of(found)));
    }

    private static async Task<Ok<SpoilerAnswer>> EndAsync(
        ProcessId process, SpoilerId spoiler, RetractEntry request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.FindProcessOfSpoilersAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, spoiler, cancellationToken);
        http.Request.CheckMatch(found);
        found.Close(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, SpoilerAnswer.Of(found)));
    }

    private static async Task<Spoiler> FindAsync(DesignationDb db, ProcessId process, SpoilerId id, CancellationToken cancellationToken) =>
        await db.Spoilers.SingleOrDefaultAsync(s => s.Id == id && s.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{id}");
}
