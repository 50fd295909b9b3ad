using System.ComponentModel;
using Concord.Designation.Lead;
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

namespace Concord.Designation.Council;

/// <summary>Withdraws a mission that did not take place or was entered in error.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record WithdrawCouncilMission(string? Reason);

/// <summary>Records what a mission recommended.</summary>
/// <param name="Text">1 to 4000 characters.</param>
internal sealed record RecordRecommendation(string? Text);

/// <summary>Says what was done about a recommendation.</summary>
/// <param name="Status">How it stands now.</param>
/// <param name="Text">What was done, or why it is not; 1 to 4000 characters.</param>
internal sealed record FollowRecommendation(RecommendationStatus? Status, string? Text);

/// <summary>An organ or State that takes part.</summary>
internal sealed record CouncilMember(string Organization, string? OrganizationDisplayName);

/// <summary>A Council mission.</summary>
internal sealed record CouncilMissionAnswer(
    string Name, string Objective, string Coordination, DateOnly From, DateOnly Until, IReadOnlyList<CouncilMember> Members, Signature RecordedBy, DateTime CreateTime,
    DateTime? WithdrawTime, string? WithdrawReason, Signature? WithdrawnBy, string Etag);

/// <summary>What was done about a recommendation.</summary>
internal sealed record RecommendationStepAnswer(RecommendationStatus Status, string Text, Signature By, DateTime Time);

/// <summary>A recommendation and what followed of it, oldest first.</summary>
internal sealed record RecommendationAnswer(
    string Name, string Text, RecommendationStatus Status, IReadOnlyList<RecommendationStepAnswer> FollowUps, Signature RecordedBy, DateTime CreateTime, DateTime UpdateTime, string Etag);

/// <summary>Missions of the Council and what they recommended (R42): find, decide, raise, save, answer.</summary>
internal static class CouncilMissionApi
{
    public static void MapCouncilMissions(this RouteGroupBuilder api)
    {
        var missions = api.MapGroup("/processes/{process}/councilMissions").WithTags("Council");
        missions.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListCouncilMissions").WithSummary("List missions of the Security Council");
        missions.MapGet("/{councilMission}", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetCouncilMission").WithSummary("Get a mission of the Security Council");
        missions.MapPost("", RecordAsync).Needs(DesignationPermissions.KeepCouncil).WithName("RecordCouncilMission").WithSummary("Record a mission of the Security Council");
        missions.MapPost("/{councilMission}:withdraw", WithdrawAsync).Needs(DesignationPermissions.KeepCouncil).WithName("WithdrawCouncilMission").WithSummary("Withdraw a mission of the Security Council");
        missions.MapGet("/{councilMission}/recommendations", ListRecommendationsAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListCouncilRecommendations").WithSummary("List what a mission recommended");
        missions.MapPost("/{councilMission}/recommendations", RecommendAsync).Needs(DesignationPermissions.KeepCouncil).WithName("RecordCouncilRecommendation").WithSummary("Record what a mission recommended");
        missions.MapPost("/{councilMission}/recommendations/{recommendation}:followUp", FollowUpAsync).Needs(DesignationPermissions.KeepCouncil).WithName("FollowUpCouncilRecommendation").WithSummary("Say what was done about a recommendation");
        api.MapGet("/processes/-/councilRecommendations", ListOfAllAsync).WithTags("Council").Needs(DesignationPermissions.ReadProcesses).WithName("ListOpenCouncilRecommendations")
            .WithSummary("List recommendations of Council missions in every process you may see; the open ones where no status is asked for");
    }

    private static async Task<Ok<Page<CouncilMissionAnswer>>> ListAsync(ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await db.CouncilMissions.Where(m => m.Process == process).PageAsync<CouncilMission, CouncilMissionId, CouncilMission>(page, $"{process}/councilMissions", m => m, cancellationToken);
        var names = await db.NamesAsync(found.Items.SelectMany(m => m.Members), cancellationToken);
        return TypedResults.Ok(new Page<CouncilMissionAnswer>([.. found.Items.Select(m => ToAnswer(m, names))], found.NextPageToken));
    }

    private static async Task<Ok<CouncilMissionAnswer>> GetAsync(
        ProcessId process, CouncilMissionId councilMission, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, councilMission, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, ToAnswer(found, await db.NamesAsync(found.Members, cancellationToken))));
    }

    private static async Task<Created<CouncilMissionAnswer>> RecordAsync(
        ProcessId process, CouncilMissionTerms request, DesignationDb db, Caller caller, OrganizationDirectory organizations, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var mission = CouncilMission.Record(found, request, caller, time.Now());
        foreach (var member in mission.Members)
        {
            await organizations.AskAsync(member, cancellationToken);
        }

        db.Add(mission);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{mission.Name}", response.Tagged(mission, ToAnswer(mission, await db.NamesAsync(mission.Members, cancellationToken))));
    }

    private static async Task<Ok<CouncilMissionAnswer>> WithdrawAsync(
        ProcessId process, CouncilMissionId councilMission, WithdrawCouncilMission request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, councilMission, cancellationToken);
        http.Request.CheckMatch(found);
        found.Withdraw(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ToAnswer(found, await db.NamesAsync(found.Members, cancellationToken))));
    }

    private static async Task<Ok<Page<RecommendationAnswer>>> ListRecommendationsAsync(
        ProcessId process, CouncilMissionId councilMission, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, councilMission, cancellationToken);
        return TypedResults.Ok(await db.CouncilRecommendations.Where(r => r.Mission == councilMission)
            .PageAsync<Recommendation, RecommendationId, RecommendationAnswer>(page, $"{found.Name}/recommendations", ToAnswer, cancellationToken));
    }

    private static async Task<Ok<Page<RecommendationAnswer>>> ListOfAllAsync(
        DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only with this status; OPEN and UNDER_WAY where absent.")] Choice<RecommendationStatus>? status, CancellationToken cancellationToken)
    {
        IReadOnlyList<RecommendationStatus> wanted = status is { } only ? [only.Value] : [RecommendationStatus.Open, RecommendationStatus.UnderWay];
        var query = db.CouncilRecommendations.Where(r => wanted.Contains(r.Status))
            .Join(db.CouncilMissions.Where(m => m.WithdrawTime == null), r => r.Mission, m => m.Id, (r, _) => r)
            .Join(db.Processes.SeenBy(caller), r => r.Process, p => p.Id, (r, _) => r);
        var found = await query.PageAsync<Recommendation, RecommendationId, Recommendation>(page, $"processes/-/councilRecommendations?status={status}", r => r, cancellationToken);
        await db.NoteReadAsync(found.Items.Select(r => r.Process), cancellationToken);
        return TypedResults.Ok(new Page<RecommendationAnswer>([.. found.Items.Select(ToAnswer)], found.NextPageToken));
    }

    private static async Task<Created<RecommendationAnswer>> RecommendAsync(
        ProcessId process, CouncilMissionId councilMission, RecordRecommendation request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, councilMission, cancellationToken);
        var recommendation = found.Recommend(request.Text, caller, time.Now());
        db.Add(recommendation);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created((string?)null, response.Tagged(recommendation, ToAnswer(recommendation)));
    }

    private static async Task<Ok<RecommendationAnswer>> FollowUpAsync(
        ProcessId process, CouncilMissionId councilMission, RecommendationId recommendation, FollowRecommendation request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await db.CouncilRecommendations.SingleOrDefaultAsync(r => r.Id == recommendation && r.Mission == councilMission && r.Process == process, cancellationToken)
            ?? throw Fail.NotFound($"{process}/{councilMission}/{recommendation}");
        http.Request.CheckMatch(found);
        found.Follow(request.Status, request.Text, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ToAnswer(found)));
    }

    private static async Task<CouncilMission> FindAsync(DesignationDb db, ProcessId process, CouncilMissionId id, CancellationToken cancellationToken) =>
        await db.CouncilMissions.SingleOrDefaultAsync(m => m.Id == id && m.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{id}");

    private static CouncilMissionAnswer ToAnswer(CouncilMission m, OrganizationNames names) => new(
        m.Name, m.Objective, m.Coordination, m.From, m.Until, [.. m.Members.Select(o => new CouncilMember(o, names.Of(o)))], m.RecordedBy, m.CreateTime,
        m.WithdrawTime, m.WithdrawReason, m.WithdrawnBy, ETag.Of(m));

    private static RecommendationAnswer ToAnswer(Recommendation r) => new(
        r.Name, r.Text, r.Status, [.. r.FollowUps.OrderBy(f => f.Number).Select(f => new RecommendationStepAnswer(f.Status, f.Text, f.By, f.Time))], r.RecordedBy, r.CreateTime, r.UpdateTime, ETag.Of(r));
}
