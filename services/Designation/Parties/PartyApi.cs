using System.ComponentModel;
using Concord.Designation.ParallelTracks;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security.Policy;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Parties;

/// <summary>Two entries are one party.</summary>
/// <param name="Into">Resource name of the party it turned out to be.</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record MergeParty(string? Into, string? Reason);

/// <summary>The parties of a process: find, decide, raise, save, answer.</summary>
internal static class PartyApi
{
    public static void MapParties(this RouteGroupBuilder api)
    {
        var parties = api.MapGroup("/processes/{process}/parties").WithTags("Parties");
        parties.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListParties").WithSummary("List the parties of a process");
        parties.MapGet("/{party}", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetParty").WithSummary("Get a party");
        parties.MapPost("", RecordAsync).Needs(DesignationPermissions.KeepGround).WithName("RecordParty").WithSummary("Enter a party")
            .WithDescription("Where a party goes by the same name or alias already, 409 with its name; `distinctBecause` says why it is another one.");
        parties.MapPatch("/{party}", ReviseAsync).Needs(DesignationPermissions.KeepGround).WithName("ReviseParty").WithSummary("Change a party's entry, with the reason")
            .WithDescription("What it was before stays in its history.");
        parties.MapPost("/{party}:merge", MergeAsync).Needs(DesignationPermissions.KeepGround).WithName("MergeParty").WithSummary("Say that two entries are one party");
        parties.MapGet("/{party}/history", ListHistoryAsync).Needs(DesignationPermissions.ReadActorMap).WithName("ListPartyHistory").WithSummary("List how a party's entry changed");
    }

    private static async Task<Ok<Page<ProcessPartyAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("With those that turned out to be another one; false where absent.")] bool? merged, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var query = db.Parties.Where(p => p.Process == process && (merged == true || p.MergedInto == null));
        return TypedResults.Ok(await query.PageAsync<Party, PartyId, ProcessPartyAnswer>(page, $"{process}/parties?merged={merged == true}", await AnswersForAsync(db, process, caller, cancellationToken), cancellationToken));
    }

    private static async Task<Ok<ProcessPartyAnswer>> GetAsync(ProcessId process, PartyId party, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await db.FindPartyAsync(process, party, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, (await AnswersForAsync(db, process, caller, cancellationToken))(found)));
    }

    private static async Task<Created<ProcessPartyAnswer>> RecordAsync(
        ProcessId process, PartyFields request, DesignationDb db, TrackExamination examination, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var (party, version) = Party.Record(found, request.Checked(), await OthersAsync(db, process, cancellationToken), caller, time.Now());
        db.AddRange(party, version);
        await examination.ExamineRenamedAsync(found, time.Now(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{party.Name}", response.Tagged(party, ProcessPartyAnswer.Of(party, withReasons: true)));
    }

    private static async Task<Ok<ProcessPartyAnswer>> ReviseAsync(
        ProcessId process, PartyId party, MergePatch<PartyFields> patch, DesignationDb db, TrackExamination examination, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var of = await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var found = await db.FindPartyAsync(process, party, cancellationToken);
        http.Request.RequireMatch(found);
        var wished = patch.ApplyTo(found.Fields with { Reason = null }).Checked();
        var before = found.Fields.Keys();
        db.Add(found.Revise(wished, await OthersAsync(db, process, cancellationToken), caller, time.Now()));
        if (!found.Fields.Keys().SequenceEqual(before))
        {
            await examination.ExamineRenamedAsync(of, time.Now(), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ProcessPartyAnswer.Of(found, withReasons: true)));
    }

    private static async Task<Ok<ProcessPartyAnswer>> MergeAsync(
        ProcessId process, PartyId party, MergeParty request, DesignationDb db, TrackExamination examination, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var of = await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var found = await db.FindPartyAsync(process, party, cancellationToken);
        http.Request.CheckMatch(found);
        var other = await db.PartyNamedAsync(process, request.Into, "into", cancellationToken);
        db.AddRange(found.MergeInto(other, request.Reason, caller, time.Now()));
        await examination.ExamineRenamedAsync(of, time.Now(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ProcessPartyAnswer.Of(found, withReasons: true)));
    }

    private static async Task<Ok<Page<PartyVersionAnswer>>> ListHistoryAsync(
        ProcessId process, PartyId party, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.ReadActorMap, cancellationToken);
        await db.FindPartyAsync(process, party, cancellationToken);
        return TypedResults.Ok(await db.PartyVersions.Where(v => v.Party == party)
            .PageAsync<PartyVersion, PartyVersionId, PartyVersionAnswer>(page, $"{process}/{party}/history", PartyVersionAnswer.Of, cancellationToken));
    }

    // Why somebody is said to be a party may tell who said it.
    private static async Task<Func<Party, ProcessPartyAnswer>> AnswersForAsync(DesignationDb db, ProcessId process, Caller caller, CancellationToken cancellationToken)
    {
        var withReasons = caller.Holds(DesignationPermissions.ReadActorMap) && await db.ReachesTalksAsync(process, caller, DesignationPermissions.ReadActorMap, cancellationToken);
        return party => ProcessPartyAnswer.Of(party, withReasons);
    }

    // Names are compared here: no database folds them alike in every script.
    private static Task<List<Party>> OthersAsync(DesignationDb db, ProcessId process, CancellationToken cancellationToken) =>
        db.Parties.AsNoTracking().Where(p => p.Process == process).ToListAsync(cancellationToken);
}
