using System.ComponentModel;
using Concord.Contracts.Access;
using Concord.Designation.Contacts;
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

namespace Concord.Designation.ParallelTracks;

/// <summary>What is said of a finding, by whoever answers for the process.</summary>
/// <param name="LeadEpoch">The epoch you read, also where nobody leads.</param>
/// <param name="Reason">What is done about it, or what came of it; 1 to 2000 characters.</param>
internal sealed record AnswerFinding(long? LeadEpoch, string? Reason);

/// <summary>Findings about parallel tracks: find, decide, raise, save, answer.</summary>
internal static class TrackApi
{
    public static void MapParallelTracks(this RouteGroupBuilder api)
    {
        var tracks = api.MapGroup("/processes/{process}/parallelTracks").WithTags("Parallel tracks");
        tracks.MapGet("", ListAsync).Needs(DesignationPermissions.ReadTracks).WithName("ListParallelTracks").WithSummary("List what the contacts show of parallel tracks");
        tracks.MapGet("/{finding}", GetAsync).Needs(DesignationPermissions.ReadTracks).WithName("GetParallelTrack").WithSummary("Get a finding with what it rests on");
        tracks.MapGet("/{finding}/trackHistory", ListHistoryAsync).Needs(DesignationPermissions.ReadTracks).WithName("ListParallelTrackHistory").WithSummary("List what happened to a finding");
        tracks.MapPost("/{finding}:acknowledge", AcknowledgeAsync).Needs(DesignationPermissions.DecideTracks).WithName("AcknowledgeParallelTrack").WithSummary("Say that a finding was seen")
            .WithDescription("An act in the lead's name; of the mediation support unit where nobody leads.");
        tracks.MapPost("/{finding}:resolve", ResolveAsync).Needs(DesignationPermissions.DecideTracks).WithName("ResolveParallelTrack").WithSummary("Say what came of a finding")
            .WithDescription("An act in the lead's name; of the mediation support unit where nobody leads. A contact that is new to the finding opens it again.");
        api.MapPost("/processes/{process}/parallelTracks:examine", ExamineAsync).WithTags("Parallel tracks").Needs(DesignationPermissions.DecideTracks).WithName("ExamineParallelTracks").WithSummary("Look at all contacts anew")
            .WithDescription("Every change of a contact, of the lead and of its support is looked at by itself; this is for whoever wants to be sure.");
    }

    private static async Task<Ok<Page<FindingAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only in this state.")] Choice<FindingState>? state, CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.ReadTracks, cancellationToken);
        return TypedResults.Ok(await PageAsync(db, found, caller, page, state, cancellationToken));
    }

    private static async Task<Ok<FindingAnswer>> GetAsync(ProcessId process, TrackFindingId finding, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.ReadTracks, cancellationToken);
        var shown = await FindAsync(db, found, finding, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(shown, await db.ToAnswerAsync(shown, found.LeadEpoch, cancellationToken)));
    }

    private static async Task<Ok<Page<FindingChangeAnswer>>> ListHistoryAsync(
        ProcessId process, TrackFindingId finding, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.ReadTracks, cancellationToken);
        var shown = await FindAsync(db, found, finding, caller, cancellationToken);
        var labels = ContactSight.LabelsSeen(found, caller);
        var steps = await db.FindingChanges.Where(c => c.Finding == finding && labels.Contains(c.Classification))
            .PageAsync<FindingChange, FindingChangeId, FindingChange>(page, $"{process}/{finding}/trackHistory", c => c, cancellationToken);
        var names = await db.NamesAsync(steps.Items.SelectMany(c => TrackAnswers.Organizations(c.Evidence)), cancellationToken);
        return TypedResults.Ok(new Page<FindingChangeAnswer>([.. steps.Items.Select(c => TrackAnswers.ToAnswer(shown, c, names))], steps.NextPageToken));
    }

    private static Task<Ok<FindingAnswer>> AcknowledgeAsync(
        ProcessId process, TrackFindingId finding, AnswerFinding request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        AnswerAsync(process, finding, request, (f, epoch, now) => f.Acknowledge(request.Reason, caller, epoch, now), db, caller, time, http, cancellationToken);

    private static Task<Ok<FindingAnswer>> ResolveAsync(
        ProcessId process, TrackFindingId finding, AnswerFinding request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        AnswerAsync(process, finding, request, (f, epoch, now) => f.Resolve(request.Reason, caller, epoch, now), db, caller, time, http, cancellationToken);

    private static async Task<Ok<Page<FindingAnswer>>> ExamineAsync(
        ProcessId process, DesignationDb db, Caller caller, TrackExamination examination, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.DecideTracks, cancellationToken);
        await examination.ExamineAllAsync(found, time.Now(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await PageAsync(db, found, caller, default, new Choice<FindingState>(FindingState.Open), cancellationToken));
    }

    private static async Task<Ok<FindingAnswer>> AnswerAsync(
        ProcessId process, TrackFindingId id, AnswerFinding request, Func<TrackFinding, long, DateTime, FindingChange> act, DesignationDb db, Caller caller, TimeProvider time, HttpContext http,
        CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.DecideTracks, cancellationToken);
        var finding = await FindAsync(db, found, id, caller, cancellationToken);
        http.Request.CheckMatch(finding);
        var now = time.Now();
        await RequireAnswerableAsync(db, found, caller, request.LeadEpoch, now, cancellationToken);
        db.Add(act(finding, found.LeadEpoch, now));
        await db.SaveAsLeadAsync(process, request.LeadEpoch, cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(finding, await db.ToAnswerAsync(finding, found.LeadEpoch, cancellationToken)));
    }

    /// <summary>The lead answers for the process; where nobody leads, the mediation support unit, until somebody does.</summary>
    private static async Task RequireAnswerableAsync(DesignationDb db, Process process, Caller caller, long? leadEpoch, DateTime now, CancellationToken cancellationToken)
    {
        if (process.Lead is not null)
        {
            await db.RequireLeadAsync(process, caller, leadEpoch, now, cancellationToken);
            return;
        }

        if (!caller.Roles.Contains(Roles.MediationSupport))
        {
            throw Fail.Because(DesignationReasons.NotTheLead, "Nobody leads the process; the mediation support unit answers for it.");
        }

        var epoch = leadEpoch ?? throw Fail.Invalid("leadEpoch", "Required: the epoch you read.");
        (await db.RegisterAsync(process, cancellationToken)).RequireEpoch(epoch);
        await db.PassFenceAsync(process, now, cancellationToken);
    }

    private static async Task<Page<FindingAnswer>> PageAsync(DesignationDb db, Process process, Caller caller, PageRequest page, Choice<FindingState>? state, CancellationToken cancellationToken)
    {
        var wanted = state?.Value;
        var findings = await Seen(db, process, caller).Where(f => wanted == null || f.State == wanted)
            .PageAsync<TrackFinding, TrackFindingId, TrackFinding>(page, $"{process.Id}/parallelTracks?state={state}", f => f, cancellationToken);
        var names = await db.NamesAsync(findings.Items.SelectMany(f => TrackAnswers.Organizations(f.Evidence)), cancellationToken);
        return new Page<FindingAnswer>([.. findings.Items.Select(f => TrackAnswers.ToAnswer(f, names, process.LeadEpoch))], findings.NextPageToken);
    }

    private static IQueryable<TrackFinding> Seen(DesignationDb db, Process process, Caller caller)
    {
        var labels = ContactSight.LabelsSeen(process, caller);
        return db.TrackFindings.Where(f => f.Process == process.Id && labels.Contains(f.Classification));
    }

    private static async Task<TrackFinding> FindAsync(DesignationDb db, Process process, TrackFindingId id, Caller caller, CancellationToken cancellationToken) =>
        await Seen(db, process, caller).SingleOrDefaultAsync(f => f.Id == id, cancellationToken) ?? throw Fail.NotFound($"{process.Id}/{id}");
}
