using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.ParallelTracks;

/// <summary>What counts as parallel in a process, and what of that it says itself.</summary>
/// <param name="WindowDays">As it is used.</param>
/// <param name="MinimumTracks">As it is used.</param>
/// <param name="Own">What the process says itself; the platform's settings fill what is absent.</param>
internal sealed record ThresholdAnswer(string Name, int WindowDays, int MinimumTracks, ThresholdFields Own, string Etag);

/// <summary>Thresholds of the detection: find, decide, save, answer.</summary>
internal static class ThresholdApi
{
    public static void MapTrackThresholds(this RouteGroupBuilder api)
    {
        var thresholds = api.MapGroup("/processes/{process}/trackThresholds").WithTags("Parallel tracks");
        thresholds.MapGet("", GetAsync).Needs(DesignationPermissions.ReadTracks).WithName("GetTrackThresholds").WithSummary("Get what counts as parallel in a process");
        thresholds.MapPatch("", EditAsync).Needs(DesignationPermissions.KeepProcesses).WithName("EditTrackThresholds").WithSummary("Change what counts as parallel in a process")
            .WithDescription("All contacts are looked at anew with it.");
    }

    private static async Task<Ok<ThresholdAnswer>> GetAsync(
        ProcessId process, DesignationDb db, Caller caller, IConfiguration configuration, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.ReadTracks, cancellationToken);
        var situation = SituationKey.Of(process);
        var watch = await db.SituationWatches.AsNoTracking().SingleOrDefaultAsync(w => w.Situation == situation, cancellationToken) ?? new SituationWatch(situation);
        return TypedResults.Ok(response.Tagged(watch.Edition(), ToAnswer(process, watch, configuration)));
    }

    private static async Task<Ok<ThresholdAnswer>> EditAsync(
        ProcessId process, MergePatch<ThresholdFields> patch, DesignationDb db, Caller caller, TrackExamination examination, IConfiguration configuration, TimeProvider time, HttpContext http,
        CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var watch = await examination.WatchAsync(process, cancellationToken);
        http.Request.RequireMatch(watch.Edition());
        watch.Edit(patch.ApplyTo(watch.Fields()));
        await examination.ExamineAllAsync(found, time.Now(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(watch.Edition(), ToAnswer(process, watch, configuration)));
    }

    private static ThresholdAnswer ToAnswer(ProcessId process, SituationWatch watch, IConfiguration configuration)
    {
        var used = watch.Thresholds(configuration);
        return new ThresholdAnswer($"{process}/trackThresholds", used.WindowDays, used.MinimumTracks, watch.Fields(), ETag.Of(watch.Edition()));
    }
}
