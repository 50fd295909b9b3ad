using System.ComponentModel;
using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Missions;

/// <summary>Opens a mission.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Countries">The area, as ISO 3166-1 alpha-3 codes; 1 to 50.</param>
/// <param name="Mandate">On what it rests.</param>
/// <param name="Classification">Unclassified or Confidential.</param>
/// <param name="HeadOfMission">Resource name of the account; absent where nobody is appointed yet.</param>
internal sealed record OpenMission(string? Title, IReadOnlyList<string>? Countries, MissionMandate? Mandate, Classification? Classification, string? HeadOfMission = null);

/// <summary>Appoints to a post, or relieves of one.</summary>
/// <param name="Post">Which.</param>
/// <param name="Account">Resource name.</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record ChangeMissionPost(MissionPost? Post, string? Account, string? Reason);

/// <summary>Has a mission serve a process or an agreement.</summary>
/// <param name="Record">Resource name; a process that you may see, or an agreement.</param>
internal sealed record ServeRecord(string? Record);

/// <summary>Ends that a mission serves something.</summary>
/// <param name="Record">Resource name.</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record EndServingRecord(string? Record, string? Reason);

/// <summary>Closes a mission.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record CloseMission(string? Reason);

/// <summary>Missions: find, decide, raise, save, answer.</summary>
internal static class MissionApi
{
    public static void MapMissions(this RouteGroupBuilder api)
    {
        var missions = api.MapGroup("/missions").WithTags("Missions");
        missions.MapGet("", ListAsync).Needs(DesignationPermissions.ReadMissions).WithName("ListMissions").WithSummary("List missions");
        missions.MapGet("/{mission}", GetAsync).Needs(DesignationPermissions.ReadMissions).WithName("GetMission").WithSummary("Get a mission");
        missions.MapGet("/{mission}/terms", ListTermsAsync).Needs(DesignationPermissions.ReadMissions).WithName("ListMissionTerms").WithSummary("List who held the posts of a mission, ever or on a day");
        missions.MapPost("", OpenAsync).Needs(DesignationPermissions.KeepMissions).WithName("OpenMission").WithSummary("Open a mission");
        missions.MapPatch("/{mission}", EditAsync).Needs(DesignationPermissions.KeepMissions).WithName("EditMission").WithSummary("Change a mission's entry");
        missions.MapPost("/{mission}:appoint", AppointAsync).Needs(DesignationPermissions.KeepMissions).WithName("AppointToMission").WithSummary("Appoint a head of mission or a deputy");
        missions.MapPost("/{mission}:relieve", RelieveAsync).Needs(DesignationPermissions.KeepMissions).WithName("RelieveOfMission").WithSummary("Relieve a head of mission or a deputy");
        missions.MapPost("/{mission}:serve", ServeAsync).Needs(DesignationPermissions.KeepMissions).WithName("ServeByMission").WithSummary("Have a mission serve a process or an agreement");
        missions.MapPost("/{mission}:endServing", EndServingAsync).Needs(DesignationPermissions.KeepMissions).WithName("EndServingByMission").WithSummary("End that a mission serves a process or an agreement");
        missions.MapPost("/{mission}:close", CloseAsync).Needs(DesignationPermissions.KeepMissions).WithName("CloseMission").WithSummary("Close a mission");
    }

    private static async Task<Ok<Page<MissionAnswer>>> ListAsync(DesignationDb db, Caller caller, TimeProvider time, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var found = await db.Missions.SeenBy(caller).PageAsync<Mission, MissionId, Mission>(page, "missions", m => m, cancellationToken);
        return TypedResults.Ok(new Page<MissionAnswer>(await MissionAnswers.ToAnswersAsync(db, found.Items, caller, time.Now(), cancellationToken), found.NextPageToken));
    }

    private static async Task<Ok<MissionAnswer>> GetAsync(MissionId mission, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken) =>
        TypedResults.Ok(await TaggedAsync(db, await db.FindMissionAsync(mission, caller, cancellationToken), caller, time.Now(), response, cancellationToken));

    private static async Task<Ok<Page<MissionTermAnswer>>> ListTermsAsync(
        MissionId mission, DesignationDb db, Caller caller, TimeProvider time, [AsParameters] PageRequest page, [Description("Only this post.")] Choice<MissionPost>? post,
        [Description("Only who held a post on this day up to today, UTC.")] DateOnly? on, CancellationToken cancellationToken)
    {
        await db.FindMissionAsync(mission, caller, cancellationToken);
        var wanted = post?.Value;
        var query = db.MissionTerms.Where(t => t.Mission == mission && (wanted == null || t.Post == wanted));
        if (on is { } day)
        {
            if (day > DateOnly.FromDateTime(time.Now()))
            {
                throw Fail.Invalid("on", "Lies in the future.");
            }

            var (from, until) = (day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
            query = query.Where(t => t.StartTime < until && (t.EndTime == null || t.EndTime > from));
        }

        return TypedResults.Ok(await query.PageAsync<MissionTerm, MissionTermId, MissionTermAnswer>(page, $"{mission}/terms?post={post}&on={on:O}", MissionAnswers.ToAnswer, cancellationToken));
    }

    private static async Task<Created<MissionAnswer>> OpenAsync(OpenMission request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var mission = Mission.Open(new MissionFields(request.Title, request.Countries, request.Mandate, request.Classification), caller, now);
        db.Add(mission);
        if (request.HeadOfMission is { } head)
        {
            db.Add(new MissionPosts(mission, []).Appoint(MissionPost.HeadOfMission, head, "The mission was opened.", caller, now));
        }

        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{mission.Id}", await TaggedAsync(db, mission, caller, now, response, cancellationToken));
    }

    private static async Task<Ok<MissionAnswer>> EditAsync(
        MissionId mission, MergePatch<MissionFields> patch, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindMissionAsync(mission, caller, cancellationToken);
        http.Request.RequireMatch(found);
        found.Edit(patch.ApplyTo(found.Fields()), caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await TaggedAsync(db, found, caller, time.Now(), http.Response, cancellationToken));
    }

    private static Task<Ok<MissionAnswer>> AppointAsync(
        MissionId mission, ChangeMissionPost request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(mission, db, caller, time, http, async (found, now) => db.Add((await db.PostsAsync(found, cancellationToken)).Appoint(request.Post, request.Account, request.Reason, caller, now)), cancellationToken);

    private static Task<Ok<MissionAnswer>> RelieveAsync(
        MissionId mission, ChangeMissionPost request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(mission, db, caller, time, http, async (found, now) => (await db.PostsAsync(found, cancellationToken)).Relieve(request.Post, request.Account, request.Reason, caller, now), cancellationToken);

    private static Task<Ok<MissionAnswer>> ServeAsync(
        MissionId mission, ServeRecord request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(mission, db, caller, time, http, async (found, now) =>
        {
            var record = await RequireSeenAsync(db, request.Record, caller, cancellationToken);
            if (await db.ServedRecords.AnyAsync(s => s.Mission == mission && s.Record == record && s.EndTime == null, cancellationToken))
            {
                throw Fail.Invalid("record", "The mission serves it already.");
            }

            db.Add(ServedRecord.Of(found, record, caller, now));
        }, cancellationToken);

    private static Task<Ok<MissionAnswer>> EndServingAsync(
        MissionId mission, EndServingRecord request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(mission, db, caller, time, http, async (found, now) =>
        {
            found.RequireOpen();
            var record = await RequireSeenAsync(db, request.Record, caller, cancellationToken);
            var served = await db.ServedRecords.SingleOrDefaultAsync(s => s.Mission == mission && s.Record == record && s.EndTime == null, cancellationToken)
                ?? throw Fail.Invalid("record", "The mission does not serve it.");
            served.End(found, request.Reason, caller, now);
        }, cancellationToken);

    private static Task<Ok<MissionAnswer>> CloseAsync(
        MissionId mission, CloseMission request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(mission, db, caller, time, http, async (found, now) =>
        {
            found.Close(request.Reason, caller, now);
            (await db.PostsAsync(found, cancellationToken)).EndAll(found.CloseReason!, caller, now);
        }, cancellationToken);

    private static async Task<Ok<MissionAnswer>> ChangeAsync(
        MissionId mission, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, Func<Mission, DateTime, Task> act, CancellationToken cancellationToken)
    {
        var found = await db.FindMissionAsync(mission, caller, cancellationToken);
        http.Request.CheckMatch(found);
        await act(found, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await TaggedAsync(db, found, caller, time.Now(), http.Response, cancellationToken));
    }

    /// <summary>A process outside the caller's view is refused as one that is not there; of an agreement only monitoring can say.</summary>
    private static async Task<string> RequireSeenAsync(DesignationDb db, string? record, Caller caller, CancellationToken cancellationToken)
    {
        var name = ServedRecord.Require(record);
        if (ResourceName.TryParse<ProcessId>(name, out var process))
        {
            await db.RequireSightAsync(process, caller, cancellationToken);
        }

        return name;
    }

    private static async Task<MissionAnswer> TaggedAsync(DesignationDb db, Mission mission, Caller caller, DateTime now, HttpResponse response, CancellationToken cancellationToken) =>
        response.Tagged(mission, (await MissionAnswers.ToAnswersAsync(db, [mission], caller, now, cancellationToken))[0]);
}
